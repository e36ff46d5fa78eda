export const frame = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
export const created = frame({ event_type: 'interaction.created', interaction: { id: 'v1_a', status: 'in_progress' } });
export const text = (piece: string, id?: string) =>
  frame({ event_type: 'step.delta', index: 0, delta: { type: 'text', text: piece }, ...(id ? { event_id: id } : {}) });
export const completed = (more: object = {}) =>
  frame({ event_type: 'interaction.completed', interaction: { id: 'v1_a', status: 'completed', ...more } });
export const output = { type: 'model_output', content: [{ type: 'text', text: 'twelve chars' }] };
const usage = { total_tokens: 42 };
const badKey = {
  code: 400,
  message: 'API key not valid.',
  status: 'INVALID_ARGUMENT',
  details: [{ reason: 'API_KEY_INVALID' }],
};

/** What stands in a file, and what is said of it after its name. Undefined: nothing, the file is not looked at. */
export const files: Readonly<Record<string, readonly [content: string, said: string | undefined]>> = {
  'a/whole.sse': [created + text('twelve chars') + completed({ usage }), 'done | 12 characters | 1 steps | 42 tokens'],
  'a/b/cut.sse': [created + text('half'), 'failed truncated | 4 characters | 1 steps | no usage'],
  'carriage.sse': [
    (created + text('1234') + completed()).replaceAll('\n', '\r\n'),
    'done | 4 characters | 1 steps | no usage',
  ],
  'twice.sse': [
    created + text('once', 'e1') + text('once', 'e1') + completed(),
    'done | 4 characters | 1 steps | no usage',
  ],
  'odd.sse': [
    `${created}${text('1234')}data: {"broken\n\n${completed()}trailing`,
    'done | 4 characters | 1 steps | no usage | lost: 1 frames that are not JSON, 8 characters after the last frame',
  ],
  'future.sse': [
    `${created}${frame({ event_type: 'x.y' })}${frame({ event_type: 'step.start', index: 0, step: { type: 'dream' } })}${frame({ event_type: 'step.delta', index: 0, delta: { type: 'nap', text: 'kept raw' } })}${completed({ status: 'transcended' })}`,
    'failed unknown (transcended) | 0 characters | 1 steps | no usage | unknown: event x.y, step dream, delta nap, status transcended',
  ],
  'error.sse': [
    created + frame({ event_type: 'error', error: { code: 'safety' } }),
    'failed contentBlocked (safety) | 0 characters | 0 steps | no usage',
  ],
  'saved.txt': [created + text('1234') + completed(), 'done | 4 characters | 1 steps | no usage'],
  'lines.jsonl': [
    `${created}${text('1234')}${completed()}`.replaceAll('data: ', '').replaceAll('\n\n', '\n'),
    'done | 4 characters | 1 steps | no usage',
  ],
  'notes.txt': ['Nothing to see here.', undefined],
  'other.jsonl': ['{"a":1}\n{"b":2}\n', undefined],
  'unary.json': [
    JSON.stringify({ id: 'v1_a', status: 'completed', steps: [{ type: 'user_input', content: [] }, output], usage }),
    'done | 12 characters | 1 steps | 42 tokens',
  ],
  'failed.json': [
    JSON.stringify({ id: 'v1_a', status: 'failed', steps: [], errors: [{ code: 'recitation' }] }),
    'failed contentBlocked (recitation) | 0 characters | 0 steps | no usage',
  ],
  'refused.json': [
    JSON.stringify({ error: { code: 'model_not_found', message: 'No such model.' } }),
    'failed modelUnavailable (404 model_not_found) | 0 characters | 0 steps | no usage',
  ],
  'listed.json': [
    JSON.stringify([{ error: badKey }]),
    'failed badKey (400 invalid_argument) | 0 characters | 0 steps | no usage',
  ],
  'manifest.json': ['{"name":"x"}', 'no answer of the service, left out'],
};
