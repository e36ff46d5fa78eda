import { create, shortAnswer } from '../calls';
import { oneRequest, type Probe } from '../probe';

const head = { assumption: 3 };

export const refusals: readonly Probe[] = [
  oneRequest(
    {
      ...head,
      id: 'background',
      title: 'a question in the background, with this key',
      assumed: '200 in_progress or 200 queued or 200 completed',
    },
    create({ background: true, store: true }),
  ),
  oneRequest(
    { ...head, id: 'background-unstored', title: 'the background without storage', assumed: '400 invalid_request' },
    create({ background: true, store: false }),
  ),
  oneRequest(
    { ...head, id: 'tool-choice-alone', title: 'tool_choice without a function', assumed: '400 invalid_request' },
    create({ generation_config: { ...shortAnswer, tool_choice: 'any' } }),
  ),
];
