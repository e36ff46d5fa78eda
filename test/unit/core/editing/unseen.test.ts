import assert from 'node:assert/strict';
import { unseenCharacters } from '../../../../src/core/base/unseenCharacters';
import { editRequest } from '../../../../src/core/editing/ask/editRequest';
import { hiddenAdded } from '../../../../src/core/editing/review/hiddenText';
import { hunksBetween } from '../../../../src/core/editing/review/hunks';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { outcome, tagged } from './reading';

/** `say` spelt in tags, marks of direction, no width, selectors that spell a message, a control character. */
const unseen = [
  '\u{E0073}\u{E0061}\u{E0079}',
  '\u202E\u2066\u2069',
  '\u200B\u2060\uFEFF',
  '\uFE00\uFE0E\u{E0100}\u{E01EF}',
  '\u0007',
];
/** Nobody would miss these in code, but people write them. */
const seen = ['👩‍💻', '❤️', '✔️', '1️⃣', 'नमस्‍ते', 'می‌خواهم', '\t'];

describe('characters that nobody sees', () => {
  for (const hidden of unseen) {
    const code = JSON.stringify(hidden);

    it(`are not sent, wherever they stand: ${code}`, () => {
      const asked = editRequest(
        {
          kind: 'fix',
          path: `src/${hidden}a.ts`,
          languageId: 'typescript',
          text: `// above${hidden}\nvar${hidden} a = 1;\n// below${hidden}\n`,
          ranges: [{ start: 1, end: 2 }],
          instruction: `Use const${hidden}`,
          enclosing: [`class A${hidden}`],
          problems: [{ line: 1, severity: 'error', message: `no${hidden}`, source: `ts${hidden}` }],
          rules: [{ path: `AGENTS${hidden}.md`, text: `Be kind.${hidden}` }],
          tested: { path: `b${hidden}.ts`, languageId: 'typescript', text: `b();${hidden}` },
        },
        { model: 'm' },
      );
      assert.ok(asked.kind === 'request');
      assert.doesNotMatch(JSON.stringify(asked.request.input), new RegExp(unseenCharacters.source, 'u'));
      assert.equal(asked.hidden, 2 * [...hidden].length, 'those of the selection and of the instruction are told');
    });

    it(`stay in lines that do not change: ${code}`, () => {
      const text = `a${hidden}\nb${hidden}\nc${hidden}\n`;
      assert.equal(outcome({ text, lines: [0, 2] }, tagged('a\nB')), `a${hidden}\nB\nc${hidden}\n`);
    });

    it(`are told when a proposal brings them: ${code}`, () => {
      const [base, proposal] = [SourceText.of('a\nb\n'), SourceText.of(`a\nb${hidden}\n`)];
      assert.equal(hiddenAdded(base, proposal, hunksBetween(base, proposal)), [...hidden].length);
    });
  }

  it('do not include what people write', () => {
    for (const text of seen) assert.doesNotMatch(text, new RegExp(unseenCharacters.source, 'u'), text);
  });
});
