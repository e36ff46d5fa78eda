import { type Refusal, text, user } from './refusal';

const call = { type: 'function_call', id: 'c1', name: 'read_file', arguments: {} };

/** What does not fit the conversation. */
export const refusedTurns: readonly Refusal[] = [
  {
    what: 'an unknown previous interaction',
    body: { previous_interaction_id: 'v1_gone' },
    status: 404,
    code: 'not_found',
    message: /previous_interaction_id 'v1_gone' not found/,
  },
  {
    what: 'a result that no call waits for',
    body: { input: [{ type: 'function_result', call_id: 'c9', result: 'x' }] },
    message: /No function call with id 'c9'/,
  },
  {
    what: 'a call without its result',
    body: { input: [user(text), { type: 'thought', signature: 'c2ln' }, call, user(text)] },
    message: /'c1' has no function_result/,
  },
  {
    what: 'a replayed call without its signature',
    body: { input: [user(text), call, { type: 'function_result', call_id: 'c1', result: 'x' }] },
    code: 'missing_thought_signature',
    message: /'read_file' at 'input\[1\]'/,
  },
  {
    what: 'more than the model can read',
    body: { input: 'word '.repeat(900_000) },
    message: /The input token count \(\d+\) exceeds the maximum number of tokens allowed \(1048576\)\./,
  },
];
