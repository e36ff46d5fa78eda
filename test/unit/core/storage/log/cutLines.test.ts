import assert from 'node:assert/strict';
import { Faults } from '../../../../../src/core/storage/log/faults';
import { inspectLog } from '../../../../../src/core/storage/log/inspectLog';
import { decodeLine, encodeLine, encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { encodeTornLine, looksCut, tornLength } from '../../../../../src/core/storage/log/tornLine';
import { fileOf, turnRecord } from '../logUnderTest';

const stamp = { writer: 'w', number: 3, at: 0 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the mark behind a cut line', () => {
  it('stands on a line of its own and says how much was cut', () => {
    const mark = encodeTornLine(stamp, 40);
    assert.match(
      textOf(mark),
      /^\n\{"v":1,"w":"w","n":3,"t":"1970-01-01T00:00:00.000Z","k":"torn","d":\{"bytes":40\},"c":"[0-9a-f]{8}"\}\n$/,
    );
    const line = decodeLine(mark, 1, mark.length) ?? assert.fail();
    assert.equal(tornLength(line), 40);
    assert.equal(tornLength({ ...line, kind: 'title' }), undefined);
    assert.equal(tornLength({ ...line, data: { bytes: '40' } }), undefined);
    assert.equal(tornLength({ ...line, data: undefined }), undefined);
  });

  it('is told by what it begins with, or by zeros', () => {
    const looks = (text: string, start = 0) =>
      looksCut(bytesOf(text), { start, end: bytesOf(text).length, isSound: false });
    for (const text of ['{', '{"v":1,"w":', '{"v":1,"w":"', '{"v":1,"w":"abc","n":1', '\0', '\0\0\0'])
      assert.equal(looks(text), true, JSON.stringify(text));
    for (const text of ['x', '{"v":2,"w":"', '{"v":1,"x":"', 'x{"v":1,"w":"', '\0x', 'x\0', ' '])
      assert.equal(looks(text), false, JSON.stringify(text));
    assert.equal(looks('junk{"v"', 4), true);
    assert.equal(looks('junk\0', 4), true);
    assert.equal(looksCut(bytesOf('{"v":1,"x'), { start: 0, end: 7, isSound: false }), true);
  });
});

describe('what cannot be read of a file', () => {
  it('is damage, unless it is the beginning of a line at the very end', () => {
    const faults = new Faults(bytesOf('junk {"v":1 {"v":1'));
    faults.passOver({ start: 5, end: 11, isSound: false });
    assert.deepEqual([faults.all, faults.hasTornTail], [[{ start: 5, end: 11 }], false]);
    faults.passOver({ start: 12, end: 18, isSound: false });
    assert.deepEqual([faults.all, faults.hasTornTail], [[{ start: 5, end: 11 }], true]);
    const junk = new Faults(bytesOf('junk'));
    junk.passOver({ start: 0, end: 4, isSound: false });
    assert.deepEqual([junk.all, junk.hasTornTail], [[{ start: 0, end: 4 }], false]);
  });

  it('is excused as far back as the mark of a cut line says, and no further', () => {
    for (const [length, left] of [
      [10, 1],
      [9, 2],
      [19, 1],
      [20, 0],
      [0, 2],
    ]) {
      const faults = new Faults(new Uint8Array(30));
      faults.add({ start: 0, end: 5 });
      faults.add({ start: 10, end: 20 });
      faults.excuse(21, length ?? 0);
      assert.equal(faults.all.length, left, `${length} bytes`);
    }
  });
});

describe('what a writer finds in a file', () => {
  const own = fileOf([turnRecord('t')], 'me');
  const foreign = fileOf([{ kind: 'lease', window: 'first' }, turnRecord('t')], 'other');
  const found = (...pieces: readonly (Uint8Array | string)[]) => {
    const bytes = new Uint8Array(pieces.flatMap((piece) => [...(typeof piece === 'string' ? bytesOf(piece) : piece)]));
    return inspectLog(bytes, 'me');
  };
  const nothing = { faults: [], isNewer: false, isForeign: false, leaseOf: undefined, wholeLines: 0, tail: 'none' };

  it('is nothing to mind where it wrote all of it', () => {
    assert.deepEqual(found(), nothing);
    assert.deepEqual(found(own, own), { ...nothing, wholeLines: 2 * own.length });
  });

  it('is who else wrote, and which window took the chat last', () => {
    const last = fileOf([{ kind: 'lease', window: 'last' }], 'other');
    assert.deepEqual(found(own, foreign), {
      ...nothing,
      isForeign: true,
      leaseOf: 'first',
      wholeLines: own.length + foreign.length,
    });
    assert.equal(found(foreign, last, own).leaseOf, 'last');
    const odd = encodeLine({ ...stamp, writer: 'me' }, 'lease', undefined, '"d":{"window":7}');
    assert.deepEqual(found(odd), { ...nothing, wholeLines: odd.length });
  });

  it('is a later version by its number or by a kind that is not known', () => {
    const poem = encodeLine({ ...stamp, writer: 'me' }, 'poem', undefined, '"d":{}');
    assert.deepEqual(found(poem), { ...nothing, isNewer: true, wholeLines: poem.length });
    const mark = encodeTornLine({ ...stamp, writer: 'me' }, 0);
    assert.deepEqual(found(mark), { ...nothing, wholeLines: mark.length });
  });

  it('is where the whole lines end and what stands behind them', () => {
    const line = encodeRecord({ ...stamp, writer: 'me' }, turnRecord('u')).slice(0, -1);
    assert.deepEqual(found(own, line), { ...nothing, wholeLines: own.length, tail: 'wholeLine' });
    assert.deepEqual(found(own, line.slice(0, -1)), { ...nothing, wholeLines: own.length, tail: 'torn' });
    assert.deepEqual(found(line), { ...nothing, tail: 'wholeLine' });
    const junk = { start: own.length, end: own.length + 4 };
    assert.deepEqual(found(own, 'junk\n', own), { ...nothing, faults: [junk], wholeLines: 2 * own.length + 5 });
  });

  it('excuses a cut line that a mark stands behind', () => {
    const cut = own.slice(0, -9);
    const whole = encodeTornLine({ ...stamp, writer: 'me' }, cut.length);
    assert.deepEqual(found(own, cut, whole).faults, []);
    const short = encodeTornLine({ ...stamp, writer: 'me' }, cut.length - 1);
    assert.deepEqual(found(own, cut, short).faults, [{ start: own.length, end: own.length + cut.length }]);
  });
});
