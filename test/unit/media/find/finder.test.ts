import assert from 'node:assert/strict';
import type { Piece } from '../../../../media/find/chatText';
import { Finder } from '../../../../media/find/finder';
import { patternOf } from '../../../../media/find/pattern';

interface Search {
  readonly finder: Finder;
  /** Lets the next slice run. False: there is none. */
  readonly goOn: () => boolean;
  /** From now on there is nothing more to come. */
  readonly complete: () => void;
}

/** Time passes by a millisecond whenever it is looked at. */
function begin(whole = true): Search {
  let time = 0;
  let isWhole = whole;
  let task: (() => void) | undefined;
  const finder = new Finder({
    now: () => {
      time += 1;
      return time;
    },
    later: (next) => {
      assert.equal(task, undefined, 'two slices wait at once');
      task = next;
    },
    onChange: () => {},
    isWhole: () => isWhole,
  });
  const goOn = () => {
    const next = task;
    task = undefined;
    next?.();
    return next !== undefined;
  };
  const complete = () => {
    isWhole = true;
  };
  return { finder, goOn, complete };
}

function pieces(...texts: readonly string[]): readonly Piece[] {
  return texts.map((text, index) => ({ turnId: String(index), part: undefined, text }));
}

const start = { piece: 0, offset: 0 };
const needle = patternOf({ text: 'x', matchCase: false });

function where({ match, index, total }: Finder): readonly unknown[] {
  return [match?.piece.turnId, match?.nth, index, total];
}

describe('Finder', () => {
  it('goes from match to match and around, both ways', () => {
    const { finder } = begin();
    finder.search(pieces('x', '', 'xx'), needle, start);
    assert.deepEqual(where(finder), ['0', 0, 1, 3]);

    finder.step(1);
    assert.deepEqual(where(finder), ['2', 0, 2, 3]);
    finder.step(1);
    assert.deepEqual(where(finder), ['2', 1, 3, 3]);
    finder.step(1);
    assert.deepEqual(where(finder), ['0', 0, 1, 3]);
    finder.step(-1);
    assert.deepEqual(where(finder), ['2', 1, 3, 3]);
  });

  it('goes around in a single piece as well', () => {
    const { finder } = begin();
    finder.search(pieces('', 'xx'), needle, start);

    finder.step(-1);
    assert.deepEqual(where(finder), ['1', 1, 2, 2]);
    finder.step(1);
    assert.deepEqual(where(finder), ['1', 0, 1, 2]);
  });

  it('begins behind the anchor, and at the first match where there is none behind it', () => {
    const { finder } = begin();
    const all = pieces('x', 'x..x', 'x');

    finder.search(all, needle, { piece: 1, offset: 1 });
    assert.deepEqual(where(finder), ['1', 1, 3, 4]);
    finder.search(pieces('x', 'x...'), needle, { piece: 1, offset: 2 });
    assert.deepEqual(where(finder), ['0', 0, 1, 2]);
    finder.search(pieces('', 'x...'), needle, { piece: 1, offset: 2 });
    assert.deepEqual(where(finder), ['1', 0, 1, 1]);
  });

  it('keeps its place when the query grows', () => {
    const { finder } = begin();
    const all = pieces('xa xb', 'xb');
    finder.search(all, needle, start);
    finder.step(1);

    finder.search(all, patternOf({ text: 'xb', matchCase: false }), finder.place);

    assert.deepEqual(where(finder), ['0', 0, 1, 2]);
  });

  it('searches in slices, nearest first, and is done when every piece was read', () => {
    const { finder, goOn } = begin();
    const texts = Array.from({ length: 40 }, (_, index) => (index % 10 === 0 ? 'x' : ''));

    finder.search(pieces(...texts), needle, { piece: 20, offset: 0 });
    assert.deepEqual([finder.match?.piece.turnId, finder.isDone], ['20', false]);
    let slices = 0;
    while (goOn()) slices += 1;

    assert.ok(slices > 3, `${slices} slices`);
    assert.deepEqual([finder.isDone, ...where(finder)], [true, '20', 0, 3, 4]);
  });

  it('forgets what it was looking for when something else is asked in between', () => {
    const { finder, goOn } = begin();
    const all = pieces(...Array.from({ length: 40 }, () => 'xy'));
    finder.search(all, needle, start);
    finder.search(all, patternOf({ text: 'xyy', matchCase: false }), start);
    while (goOn());

    assert.deepEqual([finder.match, finder.total, finder.isDone], [undefined, 0, true]);
  });

  it('counts again only what has changed, and stays where it is', () => {
    const { finder } = begin();
    let reads = 0;
    const first: Piece = {
      turnId: 'first',
      part: undefined,
      get text() {
        reads += 1;
        return 'x';
      },
    };
    const grown = { turnId: 'grown', part: 0, text: 'x' };
    finder.search([first, grown], needle, start);
    finder.step(1);
    const before = reads;

    grown.text = 'xx';
    finder.update([first, grown], grown);

    assert.deepEqual(where(finder), ['grown', 0, 2, 3]);
    assert.equal(reads, before);
  });

  it('searches what comes in before the rest as well, and is not done before that is there', () => {
    const { finder, complete } = begin(false);
    const [first, second, ...others] = pieces('x', 'xx', '', 'x');
    assert.ok(first && second);
    finder.search(others, needle, { piece: 1, offset: 0 });
    assert.deepEqual([finder.isDone, ...where(finder)], [false, '3', 0, 1, 1]);

    finder.update([second, ...others]);
    assert.deepEqual([finder.isDone, ...where(finder)], [false, '3', 0, 3, 3]);
    complete();
    finder.update([first, second, ...others]);

    assert.deepEqual([finder.isDone, ...where(finder)], [true, '3', 0, 4, 4]);
  });

  it('goes around only once it knows where the chat begins', () => {
    const { finder, complete } = begin(false);
    const [first, ...others] = pieces('x', 'x', '', '');
    assert.ok(first);
    finder.search(others, needle, { piece: 1, offset: 0 });
    assert.equal(finder.match, undefined);

    complete();
    finder.update([first, ...others]);

    assert.deepEqual(where(finder), ['0', 0, 1, 2]);
  });

  it('steps from where the user was, although that has another number by now', () => {
    const { finder } = begin();
    const [first, second, third, fourth] = pieces('x', '', 'x', '');
    assert.ok(first && second && third && fourth);
    finder.search([second, third, fourth], patternOf({ text: 'y', matchCase: false }), { piece: 2, offset: 0 });
    finder.update([first, second, third, fourth]);

    finder.search([first, second, third, fourth], needle, finder.place);
    assert.deepEqual(where(finder), ['0', 0, 1, 2]);
  });

  it('is nowhere when its match has gone', () => {
    const { finder } = begin();
    const [one, two] = pieces('x', 'x');
    assert.ok(one && two);
    finder.search([one, two], needle, start);

    finder.update([two]);
    assert.deepEqual(where(finder), [undefined, undefined, 0, 1]);
    finder.step(1);
    assert.deepEqual(where(finder), ['1', 0, 1, 1]);
    finder.update([{ ...two, text: '' }]);
    assert.deepEqual(where(finder), [undefined, undefined, 0, 0]);
    finder.step(1);
    assert.equal(finder.match, undefined);
  });
});
