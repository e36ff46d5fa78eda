import { objectsField, textField } from '../../../src/core/base/json';
import { asks, create, oneWord, shortAnswer, someId } from '../calls';
import { isAsAssumed, oneRequest, type Probe, sendFirst, Untried } from '../probe';

const head = { assumption: 1 };

const sum = {
  type: 'function',
  name: 'add',
  description: 'Adds two numbers.',
  parameters: {
    type: 'object',
    properties: { x: { type: 'number' }, y: { type: 'number' } },
    required: ['x', 'y'],
  },
};

const asksToAdd = create({
  store: true,
  tools: [sum],
  input: [asks('Please call add with the numbers 7 and 11.')],
  generation_config: { ...shortAnswer, tool_choice: 'any' },
});

const givesSum = (previous: string, call: string) =>
  create({
    store: true,
    tools: [sum],
    previous_interaction_id: previous,
    input: [{ type: 'function_result', call_id: call, name: 'add', result: { sum: 18 } }],
  });

const roundTrip = {
  ...head,
  id: 'function-result',
  title: 'a function is called, and its result goes back as an object in a step of its own',
  assumed: '200 requires_action, then 200 completed',
};

export const requestShape: readonly Probe[] = [
  oneRequest(
    { ...head, id: 'steps', title: 'the input is a list of steps', assumed: '200 completed' },
    create({ input: [asks(oneWord)] }),
  ),
  oneRequest(
    { ...head, id: 'contents', title: 'the input is a bare list of contents', assumed: '400 invalid_request' },
    create({ input: [{ type: 'text', text: oneWord }] }),
  ),
  oneRequest(
    { ...head, id: 'string', title: 'the input is a string', assumed: '200 completed' },
    create({ input: oneWord }),
  ),
  {
    ...roundTrip,
    requests: () => [asksToAdd, givesSum(someId, someId)],
    run: async (api) => {
      const asked = await sendFirst(api, asksToAdd);
      const call = objectsField(asked.body, 'steps').find(({ type }) => type === 'function_call');
      const callId = call && textField(call, 'id');
      const id = textField(asked.body, 'id');
      if (!id || !callId) throw new Untried(`the answer has no function call: ${asked.words}`, asked.facts);
      const answered = await api.send(givesSum(id, callId));
      const seen = `${asked.words}, then ${answered.words}`;
      return { seen, same: isAsAssumed(roundTrip.assumed, seen), facts: answered.facts };
    },
  },
];
