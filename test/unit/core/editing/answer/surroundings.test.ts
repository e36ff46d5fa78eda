import assert from 'node:assert/strict';
import { withoutSurroundings } from '../../../../../src/core/editing/answer/surroundings';

/** What is left of the answer to `[selected]` between `before` and `after`; `=` before it where nothing was taken off. */
function left(document: string, answer: string): string {
  const [before = '', selected = '', after = ''] = document.split(/[[\]]/);
  const words = (text: string) => (text.trim() === '' ? [] : text.trim().split(' '));
  const result = withoutSurroundings(answer.split(' '), {
    before: words(before),
    selected: words(selected),
    after: words(after),
  });
  return result.kind === 'lines' ? `${result.isTrimmed ? '' : '='}${result.lines.join(' ')}` : result.kind;
}

describe('lines around the selection that an answer repeats', () => {
  it('are taken off at both ends, as many as there are', () => {
    assert.equal(left('a b [x] c d', 'a b y c d'), 'y');
    assert.equal(left('a b [x] c d', 'b y'), 'y');
    assert.equal(left('a b [x] c d', 'y c'), 'y');
    assert.equal(left('a b b [x] c', 'b b y'), 'y');
    assert.equal(left('a [x] c c d', 'y c c'), 'y');
    assert.equal(left('a [x] c', 'y z'), '=y z');
  });

  it('are not certain where nothing else is given', () => {
    assert.equal(left('a [{] b', 'a'), 'unclear');
    assert.equal(left('a [}] b', 'b'), 'unclear');
  });

  it('are recognised whatever blank lines and indentation stand there', () => {
    const place = { before: ['a', '', '  b'], selected: ['x'], after: ['', 'c'] };
    assert.deepEqual(withoutSurroundings([' ', 'a', 'b', '', '  y', '', '  ', ' c'], place), {
      kind: 'lines',
      lines: ['', '  y', '', '  '],
      isTrimmed: true,
    });
    const twice = { before: ['  x'], selected: ['    x', 'y'], after: [] };
    assert.deepEqual(withoutSurroundings(['x', 'z'], twice), { kind: 'lines', lines: ['x', 'z'], isTrimmed: false });
  });

  it('are not certain where the selection has the same, or where they are brackets alone', () => {
    assert.equal(left('a x [x y] c', 'x x z'), '=x x z');
    assert.equal(left('a { [x] } c', '{ y }'), '={ y }');
    assert.equal(left('a { [x] } c', 'a { y } c'), 'y');
    assert.equal(left('a x [x y] c', 'a x x z'), 'x z');
  });

  it('are not taken off where others stand between them and the selection', () => {
    assert.equal(left('a b [x] c d', 'a y'), '=a y');
    assert.equal(left('a b [x] c d', 'y d'), '=y d');
  });

  it('leave nothing certain where nothing is left, or more of them is', () => {
    assert.equal(left('a b [x] c', 'b'), 'unclear');
    assert.equal(left('a b [x] c', 'a b c'), 'unclear');
    assert.equal(left('a b [x] c', 'b a y'), 'unclear');
    assert.equal(left('a b [x] c d', 'b y d'), 'unclear');
    assert.equal(left('a b } [x] c', 'b } y }'), 'y }');
  });
});

describe('a bracket whose other one was taken off', () => {
  it('goes with it', () => {
    assert.equal(left('if{ [x] } c', 'if{ y }'), 'y');
    assert.equal(left('f( [x] ) c', 'f( y )'), 'y');
    assert.equal(left('a { [x] }b c', '{ y }b'), 'y');
    assert.deepEqual(
      withoutSurroundings(['a = [', 'y', '', ']', ''], { before: ['a = ['], selected: ['x'], after: [']'] }),
      { kind: 'lines', lines: ['y', ''], isTrimmed: true },
    );
    assert.deepEqual(
      withoutSurroundings([' ', '  [', 'y', '] // b'], {
        before: ['a', '  [ ', ' '],
        selected: ['x'],
        after: ['] // b'],
      }),
      { kind: 'lines', lines: ['y'], isTrimmed: true },
    );
    assert.deepEqual(
      withoutSurroundings(['a = [', 'y', '', ' ]', '  '], { before: ['a = ['], selected: ['x'], after: [' ', '  ] '] }),
      { kind: 'lines', lines: ['y', ''], isTrimmed: true },
    );
  });

  it('stays where the selection is as open as the answer', () => {
    assert.equal(left('if{ [x }] } c', 'if{ y }'), 'y }');
    assert.equal(left('a { [{ x] }b c', '{ y }b'), '{ y');
  });

  it('stays where it does not stand beside the selection, or closes more than that', () => {
    assert.equal(left('if{ [x] c }', 'if{ y }'), 'y }');
    assert.equal(left('{ a [x] }b c', '{ y }b'), '{ y');
    assert.equal(left('if{ [x] }} c', 'if{ y{ }}'), 'y{ }}');
    assert.equal(left('a {{ [x] }b c', '{{ } }b'), '{{ }');
    assert.equal(left('f( [x] },{ c', 'f( y },{'), 'y },{');
  });
});

describe('an answer that begins and ends with no neighbour of the selection', () => {
  it('is not certain where three lines in a row at an end are of the document', () => {
    assert.equal(left('a b c d [x] e', 'a b c y'), 'unclear');
    assert.equal(left('a b c d [x] e', 'y a b c'), 'unclear');
    assert.equal(left('a b c d [x] e', 'a b y c'), '=a b y c');
    assert.equal(left('a b c d [x] e', 'y a b z'), '=y a b z');
    assert.equal(left('a b c d [x] e', 'a b c'), '=a b c', 'and of nothing else');
    assert.equal(left('a b c d [x] e', '{ a } b c y'), 'unclear', 'brackets do not count');
    assert.equal(left('a x c d [x] e', 'a x c y'), '=a x c y', 'nor do lines of the selection');
  });

  it('is not certain where it holds what stands beside the selection', () => {
    assert.equal(left('a b c d [x]', 'y b c d z'), 'unclear');
    assert.equal(left('[x] a b c d', 'y a b c z'), 'unclear');
    assert.equal(left('b } d [x]', 'y b } d z'), 'unclear');
    assert.equal(left('[x] b } d', 'y b } d z'), 'unclear');
    assert.equal(left('a b c d [x]', 'y a b c z'), '=y a b c z');
    assert.equal(left('a b c d [x]', 'y b c z d w'), '=y b c z d w');
    assert.equal(left('b x d [x]', 'y b x d z'), '=y b x d z');
    assert.equal(left('d [x]', 'y d z'), '=y d z', 'one line may be an accident');
  });

  it('is not certain by fewer lines where the document has fewer', () => {
    assert.equal(left('d [x]', 'y d'), 'unclear');
    assert.equal(left('[x] c d', 'c d y'), 'unclear');
    assert.equal(left('[x] c d', 'c y d'), '=c y d');
    assert.equal(left('[x]', 'y z'), '=y z');
    assert.equal(left('} [x] }', 'y z'), '=y z');
  });
});
