import assert from 'node:assert/strict';
import { readSteps } from '../../../../../src/core/interactions/steps';
import { hasText, plainTextOf, textOf } from '../../../../../src/core/research/report/agentWords';

const text = (words: string) => ({ type: 'text', text: words });
const output = (...content: readonly unknown[]) => ({ type: 'model_output', content });
const picture = { type: 'image', mime_type: 'image/png', data: 'iVBORw0KGgo=' };
/** What an answer has besides words of the agent. */
const others = [
  { type: 'user_input', content: [text('Asked')] },
  { type: 'thought', summary: [text('Thought')], signature: 'x' },
  { type: 'google_search_call', id: 'a', arguments: { queries: ['Searched'] } },
  output(picture),
  output(),
];

describe('the words of an agent', () => {
  it('are there once one output has something other than space', () => {
    assert.equal(hasText(readSteps([])), false);
    assert.equal(hasText(readSteps(others)), false);
    assert.equal(hasText(readSteps([output(text(' \n'), text('\uE0F0'))])), false);
    assert.equal(hasText(readSteps([...others, output(picture, text(' \n'), text('a'))])), true);
  });

  it('are those of all its outputs, joined as they came', () => {
    const steps = [output(text('\n One')), ...others, output(text(', two'), picture, text('.\uE0F01\uE0F1 \n'))];

    assert.equal(plainTextOf(readSteps(steps)), 'One, two.1');
    assert.equal(plainTextOf(readSteps(others)), '');
  });

  it('are only in texts', () => {
    const [one, two] = readSteps([output(text('a\uE0F0b'), picture)]).flatMap((step) =>
      step.type === 'model_output' ? step.content : [],
    );
    assert.deepEqual([one && textOf(one), two && textOf(two)], ['ab', '']);
  });
});
