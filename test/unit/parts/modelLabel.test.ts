import assert from 'node:assert/strict';
import { modelLabel } from '../../../src/parts/modelLabel';

describe('modelLabel', () => {
  const labels = {
    'gemini-3.8-flash': '3.8 Flash',
    'gemini-3.1-pro-preview': '3.1 Pro Preview',
    'models/gemini-flash-latest': 'Flash Latest',
    'gemini-4-hydrogen': '4 Hydrogen',
    'gemma-3': 'Gemma 3',
    'gemini-': 'Gemini',
    '': '',
  };
  for (const [id, label] of Object.entries(labels)) {
    it(`reads ${id} as ${label}`, () => assert.equal(modelLabel(id), label));
  }
});
