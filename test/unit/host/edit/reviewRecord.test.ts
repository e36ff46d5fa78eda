import assert from 'node:assert/strict';
import { type ReviewRecord, readReviewRecord } from '../../../../src/host/edit/reviewRecord';

const record: ReviewRecord = {
  id: 'a1b2c3d4',
  name: 'total.ts',
  documentUri: 'file:///project/total.ts',
  languageId: 'typescript',
  line: 3,
  state: 'ready',
  offered: 4,
  applied: 1,
  interactionIds: ['v1_a', 'v1_b'],
  continuedId: 'v1_b',
  ranges: [{ start: 3, end: 9 }],
};

describe('the record of a review', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readReviewRecord(JSON.stringify({ ...record, more: 1 }), record.id), record);
  });

  it('is of no use where it is cut, of another review, or lacks something', () => {
    assert.equal(readReviewRecord(JSON.stringify(record).slice(0, -5), record.id), undefined);
    assert.equal(readReviewRecord(JSON.stringify(record), 'another'), undefined);
    const { interactionIds: _, continuedId: __, ranges: ___, ...needed } = record;
    for (const key of Object.keys(needed)) {
      assert.equal(readReviewRecord(JSON.stringify({ ...record, [key]: undefined }), record.id), undefined, key);
    }
    const scope = { interactionIds: ['v1_a', 7], ranges: [{ start: 1 }, { start: 1, end: 2 }] };
    const read = readReviewRecord(JSON.stringify({ ...needed, ...scope }), record.id);
    assert.deepEqual(read, { ...needed, interactionIds: ['v1_a'], continuedId: '', ranges: [{ start: 1, end: 2 }] });
    assert.equal(readReviewRecord(JSON.stringify({ ...record, state: 'ended' }), record.id), undefined);
    assert.equal(readReviewRecord('null', record.id), undefined);
  });
});
