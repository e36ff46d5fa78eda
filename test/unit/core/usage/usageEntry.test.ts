import assert from 'node:assert/strict';
import { encodeEntry, readEntries, type UsageEntry, withoutRepeats } from '../../../../src/core/usage/usageEntry';

const at = Date.UTC(2026, 10, 29, 10);
const usage = { input: 9, cached: 3, thought: 2, output: 4, toolUse: 1, total: 16, grounding: {} };
const bare: UsageEntry = { at, model: 'm', purpose: 'chat', usage: undefined, mark: '' };
const read = (wire: object) => readEntries(JSON.stringify(wire));

describe('a line of the ledger of usage', () => {
  it('holds only what is known', () => {
    const time = '"t":"2026-11-29T10:00:00.000Z"';
    assert.equal(encodeEntry(bare), `{${time},"m":"m","k":"chat"}\n`);
    assert.equal(
      encodeEntry({ ...bare, usage }),
      `{${time},"m":"m","k":"chat","in":9,"cached":3,"thought":2,"out":4,"tool":1,"total":16}\n`,
    );
    assert.equal(encodeEntry({ ...bare, isEstimate: false }), encodeEntry(bare));
  });

  it('rounds money to a hundred-millionth of a dollar, and keeps a price of nothing', () => {
    assert.match(encodeEntry({ ...bare, dollars: 0.123456786 }), /"usd":0\.12345679\}/);
    assert.match(encodeEntry({ ...bare, dollars: 0 }), /"usd":0\}/);
  });

  it('is read with each number in its place, and with nothing where it says nothing', () => {
    const unknown = { dollars: undefined, isEstimate: undefined };
    assert.deepEqual(readEntries(encodeEntry({ ...bare, usage })), [{ ...bare, ...unknown, usage }]);
    assert.deepEqual(read({ t: '2026-11-29T10:00:00.000Z', k: 'title' }), [
      { at, model: '', purpose: 'title', usage: undefined, ...unknown, mark: '' },
    ]);
    const [entry] = read({ t: '2026-11-29T10:00:00.000Z', k: 'chat', total: 5, in: '9', about: 1 });
    assert.deepEqual(entry?.usage, { ...usage, input: 0, cached: 0, thought: 0, output: 0, toolUse: 0, total: 5 });
    assert.equal(entry.isEstimate, undefined);
  });

  it('is read with the searches that are numbers', () => {
    const [entry] = read({ t: '2026-11-29T10:00:00.000Z', k: 'chat', total: 5, search: { google_search: 2, x: '3' } });
    assert.deepEqual(entry?.usage?.grounding, { google_search: 2 });
  });

  it('is left out without a time or a known purpose, and where it is no object', () => {
    for (const wire of [
      { k: 'chat' },
      { t: 'today', k: 'chat' },
      { t: '2026-11-29', k: 'x' },
      { t: '2026-11-29' },
      [],
    ]) {
      assert.deepEqual(read(wire), [], JSON.stringify(wire));
    }
  });
});

describe('usage that is met twice', () => {
  const unsaid: UsageEntry = { ...bare, mark: 'a' };
  const said: UsageEntry = { ...unsaid, usage };

  it('counts by the earliest line where none says what it took', () => {
    const [first, second] = [unsaid, { ...unsaid }];
    const left = withoutRepeats([first, second]);
    assert.equal(left.length, 1);
    assert.equal(left[0], first);
  });

  it('counts by the line that says what it took, whichever comes first', () => {
    assert.deepEqual(withoutRepeats([said, unsaid]), [said]);
    assert.deepEqual(withoutRepeats([unsaid, said]), [said]);
  });
});
