import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReplacementReader } from '../../../../src/core/editing/answer/replacementReader';
import { closingTag, openingTag } from '../../../../src/core/editing/ask/answerForm';
import type { EditKind } from '../../../../src/core/editing/ask/editPrompt';
import { editRequest } from '../../../../src/core/editing/ask/editRequest';
import { spliced } from '../../../../src/core/editing/review/anchor';
import { ProposalReview } from '../../../../src/core/editing/review/proposalReview';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { assertRightPlace, deeds, EditedFile } from './editedFile';
import { lineContents, runs, texts } from './randomTexts';

/** What a model may put between the tags: code, fences, tags of others, placeholders. */
const answerLines = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: lineContents },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '```',
        '```ts',
        '~~~',
        '</edit-9>',
        '<edit-1',
        '// ... existing code ...',
        '@@ -1 +1 @@',
        '-a',
        '+b',
      ),
    },
  ),
  { maxLength: 12 },
);

const cases = fc.record({
  text: texts,
  ranges: fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 5 })), { minLength: 1, maxLength: 3 }),
  answers: fc.array(answerLines, { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom<EditKind>('refactor', 'edit', 'document'),
  languageId: fc.constantFrom('typescript', 'python', 'markdown'),
  around: fc.constantFrom('', 'Here it is:\n\n', '```\n', '1 < 2\n'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});

describe('from the question to the file', () => {
  const asked = ({
    text,
    ranges,
    answers,
    kind,
    languageId,
    around,
    lineBreak,
  }: Parameters<Parameters<typeof cases.map>[0]>[0]) => {
    const question = {
      kind,
      path: 'a',
      languageId,
      text,
      instruction: 'x',
      ranges: ranges.map(([start, count]) => ({ start, end: start + count })),
    };
    const request = editRequest(question, { model: 'm' });
    assert.ok(request.kind === 'request');
    const { form, target } = request;
    const parts = target.ranges.map((_, at) => [
      openingTag(form, at + 1),
      ...(answers[at] ?? []),
      closingTag(form, at + 1),
    ]);
    return { form, target, answer: around + parts.flat().join(lineBreak) };
  };

  it('an accepted answer is the proposal, a rejected one leaves the file as it was', () => {
    let proposals = 0;
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 40 }), (given, size) => {
        const { form, target, answer } = asked(given);
        const review = new ProposalReview(given.text);
        const reader = new ReplacementReader(form, target, given.kind);
        for (let at = 0; at < answer.length; at += size) {
          reader.push(answer.slice(at, at + size));
          review.propose(reader.preview);
        }
        const result = reader.finish(true);
        if (result.kind === 'refused') return;
        proposals += 1;
        review.propose(result.proposal);
        assertOutsideKept(given.text, result.proposal, target.ranges);

        const { edits, refused } = review.prepare(review.hunks, given.text);
        assert.deepEqual(refused, []);
        const file = edits.toReversed().reduce(spliced, given.text);
        assert.equal(file, result.proposal);
        review.notWritten(given.text);
        review.reject(review.hunks);
        assert.equal(review.proposal.text, given.text);
        assert.equal(review.base.text, given.text);
      }),
      runs(400),
    );
    console.log(`      ${proposals} proposals`);
  });

  it('a thousand edits of the file while the answer streams never lead to a write at the wrong lines', () => {
    let [written, refusals] = [0, 0];
    const base = Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? 'x = 1\n' : `line ${at % 70}\n`)).join('');
    const some = fc.array(deeds, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(some, fc.nat({ max: 150 }), answerLines, (edits, start, lines) => {
        const { form, target, answer } = asked({
          text: base,
          ranges: [[start, 40]],
          answers: [[...lines, 'x = 1', 'x = 3', ...lines]],
          kind: 'edit',
          languageId: 'typescript',
          around: '',
          lineBreak: '\n',
        });
        const review = new ProposalReview(base);
        const reader = new ReplacementReader(form, target, 'edit');
        const file = new EditedFile(base);
        for (const [number, deed] of edits.entries()) {
          reader.push(answer.slice(...between(number, edits.length, answer.length)));
          review.propose(reader.preview);
          review.fileChanged(file.do(deed));
        }
        const result = reader.finish(true);
        if (result.kind === 'refused') return;
        review.propose(result.proposal);
        const placement = review.prepare(review.hunks, file.text);
        for (const edit of placement.edits) assertRightPlace(file, base, edit);
        written += placement.edits.length;
        refusals += placement.refused.length;
      }),
      { ...runs(100), endOnFailure: true },
    );
    console.log(`      ${written} hunks were written, ${refusals} refused`);
  });

  it('a part of an answer never passes as all of it', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.boolean(), (given, part, isWhole) => {
        const { form, target, answer } = asked(given);
        const reader = new ReplacementReader(form, target, given.kind);
        // The very last character closes the last tag.
        reader.push(answer.slice(0, Math.floor((answer.length - 1) * part)));
        assert.equal(reader.finish(isWhole).kind, 'refused');
      }),
      runs(300),
    );
  });
});

/** All lines before the first selection and after the last one are the same, but for line breaks at the very end. */
function assertOutsideKept(
  text: string,
  proposal: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): void {
  const source = SourceText.of(text);
  const [first, last] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0];
  assert.ok(proposal.startsWith(source.bom + source.slice(0, Math.max(0, first - 1))));
  if (last < source.lines.length) assert.ok(proposal.endsWith(source.slice(last, source.lines.length)));
}

/** The piece of a text of this length that comes at one of some steps. */
function between(step: number, steps: number, length: number): [number, number] {
  return [Math.floor((step * length) / steps), Math.floor(((step + 1) * length) / steps)];
}
