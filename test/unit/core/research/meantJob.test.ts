import assert from 'node:assert/strict';
import { newJob, type ResearchJob, type ResearchState } from '../../../../src/core/research/job/job';
import { meantJob } from '../../../../src/core/research/job/meantJob';

describe('the research that a command means', () => {
  const job = (id: string, state: ResearchState): ResearchJob => ({
    ...newJob({ question: id, agent: 'a', planFirst: true }, [], id, 0),
    state,
  });
  const none = { clicked: undefined, inFront: undefined };
  const isPlanned = ({ state }: ResearchJob) => state === 'planned';

  it('is the one that was clicked, and never another one in its place', () => {
    const clicked = job('clicked', 'running');
    const other = job('other', 'planned');

    assert.deepEqual(meantJob([clicked, other], { ...none, clicked }, isPlanned), { kind: 'notNow', job: clicked });
    assert.deepEqual(meantJob([clicked, other], { ...none, clicked: other }, isPlanned), { kind: 'one', job: other });
  });

  it('is the one in front where that can be meant, else the only one, else one of those to choose', () => {
    const [first, second] = [job('first', 'planned'), job('second', 'planned')];
    const done = job('done', 'done');

    assert.deepEqual(meantJob([first, second], { ...none, inFront: second }, isPlanned), { kind: 'one', job: second });
    assert.deepEqual(meantJob([first, done], { ...none, inFront: done }, isPlanned), { kind: 'one', job: first });
    assert.deepEqual(meantJob([first, second, done], none, isPlanned), { kind: 'choose', jobs: [first, second] });
    assert.deepEqual(meantJob([done], none, isPlanned), { kind: 'none' });
  });
});
