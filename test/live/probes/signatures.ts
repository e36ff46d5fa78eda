import { type JsonObject, objectsField, textField } from '../../../src/core/base/json';
import { asks, create, longerAnswer } from '../calls';
import type { LiveApi } from '../liveApi';
import { compare, type Head, type Probe, sendFirst, shared, Untried } from '../probe';

const question = 'Please name the three largest cities of Spain, and no more.';
const next = 'Please name the second of them again.';

/** A model that thinks hard enough has a thought to sign. */
const thinks = { ...longerAnswer, thinking_level: 'medium' };
const first = create({ input: [asks(question)], generation_config: thinks });
const history = (steps: readonly JsonObject[]) => create({ input: [asks(question), ...steps, asks(next)] });

/** The steps of an answer that begins with a signed thought. Asked for once. */
const signedSteps = shared(async (api: LiveApi) => {
  const answered = await sendFirst(api, first);
  const steps = objectsField(answered.body, 'steps');
  const isSigned = steps.some((step) => step.type === 'thought' && textField(step, 'signature'));
  if (!isSigned) throw new Untried(`the answer has no signed thought: ${answered.words}`, answered.facts);
  return steps;
});

export const signatures: readonly Probe[] = [
  withHistory(
    {
      assumption: 3,
      id: 'signature-tampered',
      title: 'a history goes back with a signature that was changed',
      assumed: '400 invalid_request',
    },
    (steps) => steps.map((step) => (step.type === 'thought' ? { ...step, signature: tampered(step) } : step)),
  ),
  withHistory(
    {
      assumption: 4,
      id: 'history-verbatim',
      title: 'the same history as it came, with its signature',
      assumed: '200 completed',
    },
    (steps) => steps,
  ),
  withHistory(
    { assumption: 4, id: 'history-bare', title: 'the same history without its thoughts', assumed: '200 completed' },
    (steps) => steps.filter(({ type }) => type !== 'thought'),
  ),
];

function withHistory(head: Head, change: (steps: readonly JsonObject[]) => readonly JsonObject[]): Probe {
  return {
    ...head,
    requests: () => [first, history(change(planned))],
    run: async (api) => compare(head.assumed, await api.send(history(change(await signedSteps(api))))),
  };
}

/** How the answer looks in a plan. */
const planned: readonly JsonObject[] = [
  { type: 'thought', signature: '<signature>' },
  { type: 'model_output', content: [{ type: 'text', text: '<answer>' }] },
];

/** Still base64 of the same length, with other bytes in the middle. */
function tampered(step: JsonObject): string {
  const signature = textField(step, 'signature') ?? '';
  if (signature === '<signature>') return '<changed signature>';
  const middle = Math.floor(signature.length / 2);
  const other = [...signature.slice(middle, middle + 8)].map((letter) => (letter === 'A' ? 'B' : 'A')).join('');
  return signature.slice(0, middle) + other + signature.slice(middle + 8);
}
