import assert from 'node:assert/strict';
import { leastThinking } from '../../../../src/core/interactions/leastThinking';

describe('the least thought that a model can be asked for', () => {
  const levels = {
    'gemini-3-flash-preview': 'minimal',
    'gemini-3.0-flash': 'minimal',
    'gemini-3.6-flash': 'minimal',
    'gemini-3.7-flash': 'low',
    'gemini-3.8-flash': 'low',
    'gemini-3.8-flash-lite': 'minimal',
    'gemini-4-flash-lite': 'minimal',
    'gemini-12.15-flash-lite': 'minimal',
    'gemini-2.5-flash-lite': 'low',
    'gemini-2.5-flash': 'low',
    'gemini-3.1-pro-preview': 'low',
    'gemini-flash-latest': 'low',
    'gemini-3.1-flash-image': undefined,
    'gemini-3-flash-tts': undefined,
    'gemini-embedding-2': undefined,
    'gemma-4-31b-it': undefined,
    'my-gemini-3-flash': undefined,
    'gemini-pro-gemini-3-flash': 'low',
    'gemini-pro-gemini-4-flash-lite': 'low',
    '': undefined,
  };
  for (const [model, level] of Object.entries(levels)) {
    it(`is ${level ?? 'not said'} for ${model === '' ? 'no model' : model}`, () => {
      assert.equal(leastThinking(model), level);
    });
  }
});
