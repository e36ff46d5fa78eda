import assert from 'node:assert/strict';
import type { JsonValue } from '../../../src/core/base/json';
import { readRemembered } from '../../../src/gemini/events';

const text = (words: string) => ({ type: 'text', text: words });
const asked = (...words: readonly string[]) => ({ type: 'user_input', content: words.map(text) });
const answer = { type: 'model_output', content: [text('Hi')] };
const base = { id: 'v1_a', status: 'completed', model: 'm', created: '2026-11-20T10:00:00Z' };

describe('an interaction with its input', () => {
  for (const [form, input] of [
    ['text', 'Hello'],
    ['a content', text('Hello')],
    ['a content without a type', { text: 'Hello' }],
    ['contents', [text('Hello')]],
    ['a step', asked('Hello')],
    ['steps', [asked('Hello')]],
  ] as const) {
    it(`is read when the input is ${form}`, () => {
      const { input: read, steps } = readRemembered({ ...base, input, steps: [asked('Hello'), answer] });

      assert.match(JSON.stringify(read), /^\[\{"type":"user_input","content":\[\{.*"text":"Hello"\}\]\}\]$/);
      assert.deepEqual(
        steps.map(({ wire }) => wire),
        [answer],
      );
    });
  }

  it('takes the question from the steps where no input is given', () => {
    const read = readRemembered({ ...base, steps: [asked('Hello'), answer] });

    assert.deepEqual(read.input, [asked('Hello')]);
    assert.equal(read.steps.length, 1);
    assert.equal(read.createdAt, Date.UTC(2026, 10, 20, 10));
    assert.equal(read.model, 'm');
    assert.equal(read.previousInteractionId, undefined);
  });

  it('tells the answer from earlier answers that came along with the question', () => {
    const thought = { type: 'thought', signature: 'abcd' };
    const input = [asked('First'), thought, answer, asked('Second')];

    const read = readRemembered({ ...base, input, steps: [asked('First'), thought, asked('Second'), thought, answer] });

    assert.deepEqual(read.input, input);
    assert.deepEqual(
      read.steps.map(({ wire }) => wire),
      [thought, answer],
    );
  });

  it('says whether a model or an agent answered', () => {
    const agent = 'deep-research-preview-04-2026';

    const { model: noModel, agent: answerer } = readRemembered({ id: 'v1_a', status: 'completed', agent });

    assert.deepEqual([noModel, answerer], ['', agent]);
    assert.equal(readRemembered(base).agent, undefined);
  });

  it('keeps media and steps of the input apart', () => {
    const input = (given: JsonValue) => readRemembered({ ...base, input: given, steps: [asked('Hello')] }).input;
    const picture = { type: 'image', data: 'AAAA' };

    assert.deepEqual(input([picture, text('Hello')]), [{ type: 'user_input', content: [picture, text('Hello')] }]);
    assert.deepEqual(input([picture, asked('Hello')]), [picture, asked('Hello')]);
    assert.deepEqual(input(answer), [answer]);
    assert.deepEqual(input(['odd', asked('Hi')]), [asked('Hi')]);
    assert.deepEqual(input([]), [asked('Hello')]);
  });

  it('takes all of the questions from the steps, and only them', () => {
    const steps = [asked('First'), 'odd', null, answer, asked('Second'), answer];
    assert.deepEqual(readRemembered({ ...base, steps }).input, [asked('First'), asked('Second')]);
    assert.deepEqual(readRemembered({ ...base, steps: 'odd' }).input, []);
    assert.equal(readRemembered({ ...base, steps: [answer, answer] }).steps.length, 2);
  });

  it('says what it continues, and nothing of when it was made where that is not known', () => {
    assert.equal(readRemembered({ ...base, previous_interaction_id: 'v1_b' }).previousInteractionId, 'v1_b');
    assert.ok(!('previousInteractionId' in readRemembered(base)));
    assert.ok(!('createdAt' in readRemembered({ ...base, created: 'soon' })));
    assert.equal(readRemembered({ ...base, created: '1970-01-01T00:00:00Z' }).createdAt, 0);
  });

  it('is not brought down by what it does not know', () => {
    for (const odd of [{}, { ...base, input: null }, { ...base, input: [1, 'x'], steps: [3], created: 'soon' }]) {
      assert.deepEqual(readRemembered(odd).input, []);
    }
  });
});
