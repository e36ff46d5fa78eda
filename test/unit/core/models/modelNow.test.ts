import assert from 'node:assert/strict';
import { dayOf, modelNow, tellOnce } from '../../../../src/core/models/modelNow';
import { modelTable } from '../../../../src/core/models/modelTable';

describe('the model that is asked', () => {
  it('is the chosen one until the day on which it retires, and its successor from then on', () => {
    assert.deepEqual(modelNow('gemini-2.5-pro', '2026-11-30'), { model: 'gemini-2.5-pro' });
    const later = { model: 'gemini-3.8-flash', replaces: 'gemini-2.5-pro' };
    assert.deepEqual(modelNow('gemini-2.5-pro', '2026-12-01'), later);
    assert.deepEqual(modelNow('models/gemini-2.5-pro', '2027-06-01'), later);
  });

  it('is the successor also of a model whose day is no longer known', () => {
    assert.equal(modelNow('gemini-1.5-flash', '2026-11-29').model, 'gemini-3.8-flash');
  });

  it('is an unknown one as it is: it may be newer than this version', () => {
    assert.deepEqual(modelNow('gemini-9-none', '2026-11-29'), { model: 'gemini-9-none' });
    assert.deepEqual(modelNow('models/tuned', '2026-11-29'), { model: 'models/tuned' });
  });

  it('never is one that has retired itself', () => {
    for (const id of Object.keys(modelTable.models)) {
      const { model } = modelNow(id, '9999-12-31');
      assert.equal(modelTable.models[model]?.replacedBy, undefined, id);
    }
  });

  it('is told of once for each id', () => {
    const told = new Set<string>();
    assert.deepEqual(
      ['gemini-2.5-pro', 'gemini-2.5-pro', undefined, 'gemini-2.5-flash'].map((id) => tellOnce(told, id)),
      [true, false, false, true],
    );
  });

  it('goes by days of UTC, as the table does', () => {
    assert.equal(dayOf(Date.UTC(2026, 11, 1)), '2026-12-01');
    assert.equal(dayOf(Date.UTC(2026, 11, 1) - 1), '2026-11-30');
  });
});
