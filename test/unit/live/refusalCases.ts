import { answering, type Case, configOf, forbidden, hasStep, inputOf, isCreate, whole } from './deviations';
import { invalid, refusal } from './serviceAsAssumed';
import { testKey } from './standIn';

const hasModel = (name: string) => answering(({ body }) => body.model === name, whole);
const hasOtherKey = ({ headers }: { headers: NodeJS.Dict<string | string[]> }) => headers['x-goog-api-key'] !== testKey;
const continues = answering(({ body }) => body.previous_interaction_id !== undefined, whole);
const noAgents = answering(({ body }) => body.agent !== undefined, refusal(404, 'not_found', 'No such agent.'));

/** What concerns the form of requests and how they are refused: assumptions 1 to 4. */
export const refusalCases: readonly Case[] = [
  {
    name: 'a list of steps is refused',
    probe: 'steps',
    deviation: answering((heard) => hasStep(heard, 'user_input'), invalid('No steps.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'a bare list of contents is taken',
    probe: 'contents',
    deviation: answering((heard) => inputOf(heard)[0]?.type === 'text', whole),
    seen: /^200 completed$/,
  },
  {
    name: 'contents are refused with another code',
    probe: 'contents',
    deviation: answering((heard) => inputOf(heard)[0]?.type === 'text', refusal(422, 'unprocessable', 'No.')),
    seen: /^422 unprocessable -> /,
  },
  {
    name: 'a string is refused',
    probe: 'string',
    deviation: answering(({ body }) => typeof body.input === 'string', invalid('No string.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'the result of a function has to be a string',
    probe: 'function-result',
    deviation: answering((heard) => hasStep(heard, 'function_result'), invalid('No object.')),
    seen: /^200 requires_action, then 400 invalid_request -> /,
  },
  {
    name: 'v1 knows the alias',
    probe: 'alias-v1',
    deviation: hasModel('gemini-flash-latest'),
    seen: /^200 completed$/,
  },
  {
    name: 'v1beta does not know the alias',
    probe: 'alias-v1beta',
    deviation: answering(({ path }) => path.startsWith('/v1beta/'), refusal(404, 'model_not_found', 'No model.')),
    seen: /^404 model_not_found -> modelUnavailable$/,
  },
  { name: 'v1 knows no agents', probe: 'agent-config', deviation: noAgents, seen: /^404 not_found -> / },
  { name: 'v1 starts no agents', probe: 'agent-start', deviation: noAgents, seen: /^404 not_found -> / },
  {
    name: 'an agent cannot be cancelled',
    probe: 'agent-start',
    deviation: answering(({ path }) => path.endsWith('/cancel'), refusal(404, 'not_found', 'Method not found.')),
    seen: /^started, then 404 not_found -> /,
  },
  ...['wrong-key', 'wrong-key-list', 'empty-key'].map((probe) => ({
    name: 'a key that is wrong counts as one without rights',
    probe,
    deviation: answering(hasOtherKey, forbidden),
    seen: /^403 permission_denied -> keyNotAllowed$/,
  })),
  {
    name: 'an unknown model is an invalid request',
    probe: 'unknown-model',
    deviation: answering(({ body }) => body.model === 'gemini-0-nothing', invalid('Bad name.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'a retired model still answers',
    probe: 'retired-model',
    deviation: hasModel('gemini-2.0-flash'),
    seen: /^200/,
  },
  {
    name: 'too much input is told in other words',
    probe: 'too-long',
    deviation: answering(({ text }) => text.length > 1e6, invalid('This is rather long.')),
    seen: /^400 invalid_request -> invalidRequest$/,
  },
  { name: 'a deleted interaction goes on', probe: 'previous-deleted', deviation: continues, seen: /^200 completed$/ },
  {
    name: 'an unknown interaction is forbidden',
    probe: 'previous-unknown',
    deviation: answering(({ body }) => body.previous_interaction_id !== undefined, forbidden),
    seen: /^403 permission_denied -> /,
  },
  { name: 'a running interaction goes on', probe: 'previous-running', deviation: continues, seen: /^200 completed$/ },
  {
    name: 'the key has no background',
    probe: 'background',
    deviation: answering(({ body }) => body.background === true, invalid('Not on the free tier.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'the background needs no storage',
    probe: 'background-unstored',
    deviation: answering(({ body }) => body.background === true, whole),
    seen: /^200 completed$/,
  },
  {
    name: 'tool_choice needs no functions',
    probe: 'tool-choice-alone',
    deviation: answering((heard) => isCreate(heard) && configOf(heard).tool_choice === 'any', whole),
    seen: /^200 completed$/,
  },
  {
    name: 'a changed signature is taken',
    probe: 'signature-tampered',
    deviation: answering((heard) => hasStep(heard, 'thought'), whole),
    seen: /^200 completed$/,
  },
  {
    name: 'a history is refused as it came',
    probe: 'history-verbatim',
    deviation: answering((heard) => hasStep(heard, 'thought'), invalid('Bad signature.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'a history needs its thoughts',
    probe: 'history-bare',
    deviation: answering(
      (heard) => hasStep(heard, 'model_output') && !hasStep(heard, 'thought'),
      refusal(400, 'missing_thought_signature', 'It is missing a thought_signature.'),
    ),
    seen: /^400 missing_thought_signature -> /,
  },
];
