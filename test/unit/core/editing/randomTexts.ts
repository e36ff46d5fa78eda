import fc from 'fast-check';
import { budget } from '../../../budget';

/** `RUNS=10 npm test unit editing` looks ten times as long. */
export const runs = (usual: number) => ({ numRuns: budget(usual, usual) * Number(process.env.RUNS ?? 1) });

/** Few different lines, so that texts repeat themselves, with what trips over characters and over white space. */
export const lineContents = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('', '}', 'a', 'b', 'return x;', '  return x;', '\treturn x;', 'x = 1', 'max = 1'),
  },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom('a', ' ', '\t', '{', '\u{1F600}', '\ud83d', '\ude00', 'é', '`') }),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }).map((number) => `line ${number}`) },
);

const lineBreaks = fc.oneof(
  { weight: 3, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\r') },
);

/** A text of one style, or of mixed line breaks, with or without a byte order mark and a last line break. */
export const texts = fc
  .record({
    bom: fc.boolean(),
    lines: fc.array(fc.tuple(lineContents, lineBreaks), { maxLength: 30 }),
    uniform: fc.option(fc.constantFrom('\n', '\r\n')),
    final: fc.boolean(),
  })
  .map(({ bom, lines, uniform, final }) => {
    const joined = lines.map(([content, lineBreak]) => content + (uniform ?? lineBreak)).join('');
    return (bom ? '\uFEFF' : '') + (final ? joined : joined.replace(/[\r\n]+$/, ''));
  });

/** A text that was made of another one by changes of some lines. */
export const changedText = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: 40 }),
        remove: fc.nat({ max: 4 }),
        add: fc.array(fc.tuple(lineContents, lineBreaks), { maxLength: 4 }),
      }),
      { maxLength: 6 },
    )
    .map((edits) => {
      const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      const lines = text.slice(bom.length).split(/(?<=\n|\r(?!\n))/);
      for (const { at, remove, add } of edits) {
        lines.splice(at % (lines.length + 1), remove, ...add.map((pair) => pair.join('')));
      }
      return bom + lines.join('');
    });
