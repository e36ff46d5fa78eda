import assert from 'node:assert/strict';
import { mayGoOn } from '../../../../src/core/conversation/mayGoOn';
import type { Turn } from '../../../../src/core/conversation/turn';

type End = Pick<Turn, 'status' | 'endedAs' | 'parts'>;

const words: Turn['parts'] = [
  { kind: 'thought', text: 'Hm.' },
  { kind: 'text', text: 'Half of' },
];
const thought: Turn['parts'] = [{ kind: 'thought', text: 'Hm.' }];

describe('an answer that Gemini could go on with', () => {
  const yes: readonly (readonly [string, End])[] = [
    ['was stopped', { status: 'stopped', parts: words, endedAs: undefined }],
    ['was stopped, which Google did not confirm', { status: 'stopped', parts: words, endedAs: 'cancelUnconfirmed' }],
    ['reached its length', { status: 'done', parts: words, endedAs: 'incomplete' }],
    ['reached its budget', { status: 'done', parts: words, endedAs: 'budget_exceeded' }],
  ];
  for (const [what, end] of yes) it(what, () => assert.equal(mayGoOn(end), true));

  const no: readonly (readonly [string, End])[] = [
    ['is whole', { status: 'done', parts: words, endedAs: undefined }],
    ['is being written', { status: 'streaming', parts: words, endedAs: undefined }],
    ['has no words yet', { status: 'stopped', parts: thought, endedAs: undefined }],
    ['failed, which offers its own way on', { status: 'failed', parts: words, endedAs: undefined }],
    ['failed for its length', { status: 'failed', parts: words, endedAs: 'incomplete' }],
    ['waits for a tool that is not there', { status: 'done', parts: words, endedAs: 'requires_action' }],
  ];
  for (const [what, end] of no) it(`is none that ${what}`, () => assert.equal(mayGoOn(end), false));
});
