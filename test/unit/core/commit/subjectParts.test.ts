import assert from 'node:assert/strict';
import { partsOfSubject, type SubjectParts } from '../../../../src/core/commit/subjectParts';

const none: SubjectParts = {
  emoji: undefined,
  ticket: undefined,
  prefix: undefined,
  scope: undefined,
  isBreaking: false,
  words: '',
};
const ticket = (written: string, place: 'start' | 'end', kind: 'key' | 'number') => ({ written, place, kind });

const cases: readonly (readonly [string, Partial<SubjectParts>])[] = [
  ['Keep the place', { words: 'Keep the place' }],
  ['  Keep the place (#12)', { words: 'Keep the place' }],
  ['Keep the place (!12)', { words: 'Keep the place' }],
  ['Keep the place (#12) ', { words: 'Keep the place' }],
  ['fix: keep it', { prefix: 'fix', words: 'keep it' }],
  ['fix(chat)!: keep it', { prefix: 'fix', scope: 'chat', isBreaking: true, words: 'keep it' }],
  ['net/http: keep it', { prefix: 'net/http', words: 'keep it' }],
  ['Panel, tests: keep it', { prefix: 'Panel, tests', words: 'keep it' }],
  ['Panel, tests, docs: keep it', { prefix: 'Panel, tests, docs', words: 'keep it' }],
  ['Panel, tests and docs: keep it', { words: 'Panel, tests and docs: keep it' }],
  ['Note that this also: keeps it', { words: 'Note that this also: keeps it' }],
  ['fix: server: keep it', { prefix: 'fix', words: 'server: keep it' }],
  ['12:30 is late', { words: '12:30 is late' }],
  ['✨ keep it', { emoji: '✨', words: 'keep it' }],
  ['✨ 🐛 keep it', { emoji: '✨', words: '🐛 keep it' }],
  [':sparkles: keep it', { emoji: ':sparkles:', words: 'keep it' }],
  ['✨', { words: '✨' }],
  ['ABC-12 keep it', { ticket: ticket('ABC-12', 'start', 'key'), words: 'keep it' }],
  ['[ABC-12]: keep it', { ticket: ticket('[ABC-12]:', 'start', 'key'), words: 'keep it' }],
  ['#7 keep it', { ticket: ticket('#7', 'start', 'number'), words: 'keep it' }],
  ['ABC-12 XYZ-3 keep it', { ticket: ticket('ABC-12', 'start', 'key'), words: 'XYZ-3 keep it' }],
  ['ABC-12', { words: 'ABC-12' }],
  ['keep it ABC-12', { ticket: ticket('ABC-12', 'end', 'key'), words: 'keep it' }],
  ['keep it [#7]', { ticket: ticket('[#7]', 'end', 'number'), words: 'keep it' }],
  ['ABC-12 keep it XYZ-3', { ticket: ticket('ABC-12', 'start', 'key'), words: 'keep it XYZ-3' }],
  [
    '✨ ABC-12 fix(chat): keep it',
    { emoji: '✨', ticket: ticket('ABC-12', 'start', 'key'), prefix: 'fix', scope: 'chat', words: 'keep it' },
  ],
  [
    'fix: ABC-12 ✨ keep it',
    { emoji: '✨', ticket: ticket('ABC-12', 'start', 'key'), prefix: 'fix', words: 'keep it' },
  ],
];

describe('the parts of a subject', () => {
  for (const [subject, parts] of cases) {
    it(`are found in “${subject}”`, () => assert.deepEqual(partsOfSubject(subject), { ...none, ...parts }));
  }
});
