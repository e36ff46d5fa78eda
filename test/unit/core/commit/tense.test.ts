import assert from 'node:assert/strict';
import { type Tense, tenseOf } from '../../../../src/core/commit/tense';

const verbs: Readonly<Record<Tense, readonly string[]>> = {
  imperative: [
    'Add it',
    'Bring it',
    'Embed it',
    'Process it',
    'Focus it',
    'This is it',
    'speed up',
    'keep',
    'Edit it',
    'Reduce it',
    'Ingest it',
  ],
  past: ['Added it', 'fixed', 'Wrote it', 'Made it'],
  present: ['Adds it', 'fixes'],
  gerund: ['Adding it', 'fixing'],
};

describe('the form of the verb that a subject begins with', () => {
  for (const [tense, subjects] of Object.entries(verbs)) {
    it(`is ${tense}: ${subjects.join(', ')}`, () => {
      for (const subject of subjects) assert.equal(tenseOf(subject), tense, subject);
    });
  }

  it('is not known where there is no word', () => {
    for (const subject of ['', '12 things added', ' added', '東京']) assert.equal(tenseOf(subject), undefined, subject);
  });
});
