import assert from 'node:assert/strict';
import { isComputerUse } from '../../../../src/core/models/computerUse';
import { modelTable } from '../../../../src/core/models/modelTable';

describe('a model that acts on a screen', () => {
  it('is known by its name, however it is typed', () => {
    for (const typed of [
      'gemini-2.5-computer-use-preview-10-2025',
      'computer use',
      'computeruse',
      'Computer-Use',
      'computer_use',
    ])
      assert.ok(isComputerUse(typed), typed);
  });

  it('is none of those that can be chosen', () => {
    for (const model of [...Object.keys(modelTable.models), 'computer', 'gemini-9-none'])
      assert.ok(!isComputerUse(model), model);
  });
});
