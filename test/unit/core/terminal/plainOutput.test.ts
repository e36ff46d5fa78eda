import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OutputTail, tailLength } from '../../../../src/core/terminal/outputTail';
import { plainOutput } from '../../../../src/core/terminal/plainOutput';
import { cpuTimeOf } from '../../../cpuTime';

const esc = '\u001B';
const bell = '\u0007';

describe('the output of a terminal as text', () => {
  for (const [what, raw, text] of [
    ['the marks of shell integration', `${esc}]633;C${bell}hello\r\n${esc}]633;D;1${bell}`, 'hello'],
    ['colours', `${esc}[1;31merror${esc}[0m: no such file`, 'error: no such file'],
    ['colours of 24 bits', `${esc}[38;2;255;0;0mred${esc}[m`, 'red'],
    ['links', `${esc}]8;;https://example.com${esc}\\text${esc}]8;;${esc}\\`, 'text'],
    ['titles', `${esc}]0;title${bell}text`, 'text'],
    ['strings of one byte', '\u009D0;title\u009Ctext', 'text'],
    ['moves of the cursor', `${esc}[?25l${esc}[2Atext${esc}[?25h`, 'text'],
    ['character sets', `${esc}(Btext${esc})0`, 'text'],
    ['keypad modes', `${esc}=text${esc}>`, 'text'],
    ['device strings', `${esc}Pq#0;2;0${esc}\\text`, 'text'],
    ['a sequence that is cut off', `text${esc}[31`, 'text'],
    ['a string that is cut off', `text${esc}]633;A;half`, 'text'],
    ['a string that another sequence cuts off', `${esc}]0;half${esc}[31mtext`, 'text'],
    ['a progress bar', '10%\r50%\r100% done\n', '100% done'],
    ['a progress bar that clears the rest', `downloading…\r${esc}[Kdone`, 'done'],
    ['a line that is cleared as a whole', `downloading…${esc}[2K\rdone`, 'done'],
    ['a shorter line over a longer one', 'abcdef\rxy', 'xycdef'],
    ['a spinner', '|\b/\b-\b\\\bok', 'ok'],
    ['a line that is cleared where the cursor is', `x\nabc${esc}[2Kd`, 'x\n   d'],
    ['a clear of what stands before the cursor', `ab${esc}[1Kc`, 'abc'],
    ['a clear of what stands before the cursor, at the start', `abc\r${esc}[1Kd`, 'dbc'],
    ['a colour at the start of a line', `abc\r${esc}[32md`, 'dbc'],
    ['feeds beside capital letters', 'V\vVF\fF', 'VVFF'],
    ['a clear of the rest by its number', `abc\r${esc}[0Kd`, 'd'],
    ['a clear in the middle of a line', `abc\b${esc}[Kd`, 'abd'],
    ['more backspaces than characters', 'a\b\b\bbc', 'bc'],
    ['feeds that are no commands', `a\vb\fc\rd`, 'dbc'],
    ['sequences with spaces before their last letter', `a${esc}[3 qb`, 'ab'],
    ['sequences of one character', 'a\u009B31mb', 'ab'],
    ['strings of all kinds', `a${esc}Xb${esc}\\c${esc}^d${bell}e${esc}_f\u009Cg\u0090h\u009Ci\u009Ej\u009Ck`, 'acegik'],
    ['an escape that ends the output', `text${esc}`, 'text'],
    ['an escape before a sign that none has', `a${esc}\u00E9`, 'a\u00E9'],
    ['halves of characters', 'a\uD83Db😀', 'ab😀'],
    ['space at the ends of lines and of all', '\n  a  \n\tb \n\n', 'a\n\tb'],
    ['two empty lines', 'a\n\nb', 'a\n\nb'],
    ['a character of two units that is written over', '😀b\rc', 'cb'],
    ['line ends of Windows', 'a\r\nb\r\n', 'a\nb'],
    ['bells and zero bytes', `a${bell}b\0c`, 'abc'],
    ['marks that turn the direction of text', 'a\u202Eb\u2066c', 'abc'],
    ['many empty lines', 'a\n\n\n\n\nb', 'a\n\nb'],
  ] as const) {
    it(`is free of ${what}`, () => assert.equal(plainOutput(raw), text));
  }

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      esc,
      bell,
      '\r',
      '\n',
      '\b',
      '\v',
      '\f',
      `${esc}[`,
      `${esc}]633;`,
      `${esc}[31m`,
      `${esc}[K`,
      `${esc}[2K`,
      'text',
      '\u009B',
      '\u009C',
    ),
  );

  it('has no control character but line breaks and tabs, whatever came', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = plainOutput(pieces.join(''));
        assert.doesNotMatch(text, /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u);
        assert.equal(plainOutput(text), text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes a moment for output that is made to take long', () => {
    for (const part of [`${esc}]`, `${esc}[`, `${esc}[3`, '\r', '\b', 'x\r', `${esc}P`, '\u009D']) {
      const text = part.repeat(2 * tailLength);
      assert.ok(cpuTimeOf(() => plainOutput(text)) < 1_000, JSON.stringify(part));
    }
  });
});

describe('the end of an output', () => {
  it('is the same however the output comes', () => {
    const whole = Array.from({ length: 4_000 }, (_, i) => `${esc}[32mline ${i}${esc}[0m\r\n`).join('');
    const sizes = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 20 });
    const ending = (pieces: Iterable<string>) => {
      const tail = new OutputTail();
      for (const part of pieces) tail.push(part);
      return tail.text;
    };
    const expected = ending([whole]);

    assert.match(expected, /^line \d+\nline \d+\n[\s\S]*line 3999$/);
    assert.ok(expected.length <= tailLength && expected.length > tailLength / 3);
    fc.assert(
      fc.property(sizes, (lengths) => {
        const parts: string[] = [];
        for (let at = 0, round = 0; at < whole.length; round += 1) {
          const length = lengths[round % lengths.length] ?? 1;
          parts.push(whole.slice(at, at + length));
          at += length;
        }
        assert.equal(ending(parts), expected);
      }),
      { numRuns: 50 },
    );
  });

  it('is all of a short one', () => {
    const tail = new OutputTail();
    tail.push('one\r\n');
    tail.push('two\r\n');
    assert.equal(tail.text, 'one\ntwo');
  });

  it('keeps 16,384 characters, from the start of a line', () => {
    const tail = (text: string) => {
      const made = new OutputTail();
      made.push(text);
      return made.text;
    };
    const fits = `first\n${'x'.repeat(tailLength - 6)}`;
    assert.equal(tail(fits), fits);
    assert.equal(tail(`a${fits}`), 'x'.repeat(tailLength - 6));
    assert.equal(tail('x'.repeat(tailLength + 1)), 'x'.repeat(tailLength));
  });

  it('keeps as much of what came in many pieces', () => {
    const made = new OutputTail();
    for (let piece = 0; piece < 40; piece += 1) made.push(`${String(piece).padStart(1_023, '0')}\n`);
    const lines = made.text.split('\n').map(Number);

    assert.deepEqual([lines[0], lines.at(-1), lines.length], [25, 39, 15]);
  });

  it('begins with a line also where the last piece of many has cut the first', () => {
    const made = new OutputTail();
    for (const piece of ['x'.repeat(2 * tailLength), 'y\nlast']) made.push(piece);
    assert.equal(made.text, 'last');
  });

  it('is empty where nothing came', () => assert.equal(new OutputTail().text, ''));
});
