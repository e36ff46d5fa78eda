import assert from 'node:assert/strict';
import { againQuestion, notesOf, turnOfResearch, unfinishedPrompt } from '../../../../src/core/research/followUp';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import type { LiveFacts } from '../../../../src/core/research/live/liveFacts';
import { agent } from './researchUnderTest';

const job: ResearchJob = {
  ...newJob({ question: 'Heat pumps?', agent, planFirst: false }, [], 'r1', 5),
  state: 'done',
  ending: 'completed',
  interactionId: 'v1_job',
};
const steps = [{ type: 'model_output', content: [{ type: 'text', text: 'They work.' }] }];
const nothing: LiveFacts = {
  headline: '',
  thoughts: [],
  searches: [],
  pages: [],
  sources: [],
  text: '',
  pictures: [],
};

describe('what goes on from a research', () => {
  it('is a chat whose first turn is the research, and continues it at Google', () => {
    const turn = turnOfResearch(job, steps, 't1');
    assert.deepEqual(
      [turn.id, turn.prompt, turn.agent, turn.createdAt, turn.status, turn.interactionId, turn.endedAs],
      ['t1', 'Heat pumps?', agent, 5, 'done', 'v1_job', undefined],
    );
    assert.deepEqual(turn.parts, [{ kind: 'text', text: 'They work.' }]);
    assert.deepEqual([turn.parentId, turn.model, turn.attachments], [undefined, '', []]);
  });

  it('does not continue what Google has not, or has not ended', () => {
    assert.equal(turnOfResearch({ ...job, isAtGoogle: false }, steps, 't1').interactionId, undefined);
    assert.equal(turnOfResearch({ ...job, state: 'cancelled' }, steps, 't1').interactionId, undefined);
    assert.equal(turnOfResearch({ ...job, ending: 'incomplete' }, steps, 't1').endedAs, 'incomplete');
  });

  it('has notes of all that was found, and no empty chapters', () => {
    assert.equal(notesOf(job, nothing), '');
    const plans = [1, 2, 3].map((n) => ({ said: '', interactionId: '', text: `Plan ${n}` }));
    const notes = notesOf(
      { ...job, plans },
      {
        ...nothing,
        thoughts: ['One.', 'Two.'],
        searches: ['cold', 'warm'],
        sources: [
          { url: 'https://a.example/', title: 'A' },
          { url: 'https://b.example/', title: 'B' },
        ],
        text: 'So far.',
      },
    );
    assert.equal(
      notes,
      '# Plan\n\nPlan 3\n\n# Searches\n\n- cold\n- warm\n\n# Sources\n\n- A: https://a.example/\n- B: https://b.example/\n\n' +
        '# Thoughts\n\nOne.\n\nTwo.\n\n# Report so far\n\nSo far.',
    );
    assert.equal(notesOf(job, { ...nothing, text: ' \n', thoughts: ['One.'] }), '# Thoughts\n\nOne.');
  });

  it('is asked with the question, and with the last plan where there is one', () => {
    assert.equal(againQuestion(job), 'Heat pumps?');
    const plans = [{ said: '', interactionId: '', text: 'First this.' }];
    assert.equal(againQuestion({ ...job, plans }), 'Heat pumps?\n\nFollow this plan:\n\nFirst this.');
    assert.match(unfinishedPrompt('Heat pumps?'), /still open:\n\nHeat pumps\?$/);
  });
});
