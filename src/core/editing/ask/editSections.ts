import { withoutUnseen } from '../../base/unseenCharacters';
import { fenced } from '../../conversation/input';
import { firstPart, lastPart } from '../text/cutText';
import { importsIn } from '../text/imports';
import { contentOf } from '../text/sourceText';
import { type EditTarget, type LineRange, sentLines } from './editTarget';

/** How much of the document goes along on each side of the selections, and between two. UTF-16 units. */
const contextChars = 12_000;
const betweenChars = 4_000;
const importChars = 4_000;

/** The document as the model sees it: what stands before the selections, each of them, and what stands after. */
export function codeSections(target: EditTarget): readonly string[] {
  const { source, ranges } = target;
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return [];
  const before = lastPart(textOf(target, { start: 0, end: first.start }), contextChars);
  const after = firstPart(textOf(target, { start: last.end, end: source.lines.length }), contextChars);
  const sections = ranges.flatMap((range, at) => {
    const next = ranges[at + 1];
    const between = next ? shortened(textOf(target, { start: range.end, end: next.start }), betweenChars) : '';
    return [
      selectionSection(target, range, at),
      section('Between this selection and the next one:', between, target.languageId),
    ];
  });
  return [
    importSection(target, first, before),
    section('Before the selection:', before, target.languageId),
    ...sections,
    section('After the selection:', after, target.languageId),
  ].filter((text) => text !== '');
}

/** A heading and what it quotes, in a fence that nothing in it can close. Empty if there is nothing to quote. */
export function section(heading: string, text: string, languageId: string): string {
  return text.trim() === '' ? '' : `${withoutUnseen(heading)}\n${fenced(withoutUnseen(text), languageId)}`;
}

function selectionSection(target: EditTarget, { start, end }: LineRange, at: number): string {
  const name = target.ranges.length > 1 ? `Selection ${at + 1}` : 'The selection';
  if (start === end) return `${name} is empty: it is the place after line ${start}. Write the lines to put there.`;
  const lines = sentLines(target, { start, end });
  const { fragment } = target;
  const part = fragment && lines[0]?.slice(fragment.start, fragment.end);
  const marked = part ? [`Of this line, this part is meant; answer with the whole line:\n${fenced(part, '')}`] : [];
  const where = end - start > 1 ? `lines ${start + 1}-${end}` : `line ${start + 1}`;
  return [`${name}, ${where}:\n${fenced(lines.join('\n'), target.languageId)}`, ...marked].join('\n');
}

/** The imports that stand too far above to be seen. */
function importSection(target: EditTarget, first: LineRange, before: string): string {
  const contents = target.source.lines.slice(0, first.start).map(contentOf);
  const seenFrom = contents.length - before.split('\n').length + 1;
  const lines = importsIn(contents)
    .filter(({ end }) => end <= seenFrom)
    .flatMap(({ start, end }) => contents.slice(start, end));
  return section('Imports of the file:', firstPart(lines.join('\n'), importChars), target.languageId);
}

/** With line breaks of one kind. */
function textOf({ source }: EditTarget, { start, end }: LineRange): string {
  return source.lines
    .slice(start, end)
    .map((line) => `${contentOf(line)}\n`)
    .join('');
}

/** The first and the last lines of a text that is too long. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${firstPart(text, most / 2)}\n[lines that are not shown]\n${lastPart(text, most / 2)}`;
}
