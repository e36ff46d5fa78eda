import { isJsonObject, type JsonObject, objectField, objectsField, textField } from '../../../src/core/base/json';
import { longStory } from '../../live/calls';
import { jsonOrText } from '../../live/frames';
import type { LocalServer } from '../../server/localServer';
import type { DevOverrides, Heard, Reply, Rewritten } from './standIn';

/** What we assume of the service and the local server does not do, or not in the form that the probes ask for. */
export function serviceAsAssumed(heard: Heard, standIn: DevOverrides): Reply | Rewritten | undefined {
  const { body, path, text } = heard;
  const { signatures } = standIn;
  if (/^\/(upload\/)?v1\/files/.test(path)) return fileAnswer(heard, standIn);
  if (path.endsWith('?stream=false')) return { path: path.replace('?stream=false', '') };
  const model = textField(body, 'model') ?? '';
  if (/-latest$/.test(model)) {
    if (!path.startsWith('/v1beta/')) return refusal(404, 'model_not_found', `Model '${model}' was not found.`);
    return { path: path.replace('/v1beta/', '/v1/'), body: { ...body, model: 'gemini-3.8-flash' } };
  }
  const config = objectField(body, 'generation_config') ?? {};
  if (config.tool_choice !== undefined && !body.tools) return invalid("'tool_choice' needs function tools.");
  if (config.thinking_level === 'xhigh') {
    if (model !== 'gemini-4-hydrogen') return invalid(`The thinking level 'xhigh' is not supported by '${model}'.`);
    return { body: { ...body, model: 'gemini-3.8-flash', generation_config: { ...config, thinking_level: 'high' } } };
  }
  const input = objectsField(body, 'input');
  if (input[0]?.type === 'text') return invalid("'input': value at top-level must be a list of steps.");
  const isForged = input.some(({ type, signature }) => type === 'thought' && !signatures.has(String(signature)));
  if (isForged) return invalid('A thought signature is not valid.');
  if (objectsField(body, 'tools').some(({ type }) => type === 'google_maps')) return { sse: mapsStream };
  return text.includes(fileName) ? { body: { ...body, input: input.map(withoutFiles) } } : undefined;
}

/** The local server has not the file, which was uploaded here. */
function withoutFiles(step: JsonObject): JsonObject {
  const content = objectsField(step, 'content').map((one) =>
    one.uri === undefined ? one : { type: 'text', text: 'A page about lighthouses.' },
  );
  return { ...step, content };
}

/** What we assume to stand in answers of the service. */
export function changesAsAssumed(text: string, { path }: Heard): string {
  const value = jsonOrText(text);
  if (!path.startsWith('/v1/models') || !isJsonObject(value) || !Array.isArray(value.models)) return text;
  const agent = { name: 'models/deep-research-preview-04-2026', supportedGenerationMethods: ['generateContent'] };
  return JSON.stringify({ ...value, models: [...value.models, agent] });
}

/** Holds long answers in the middle, so that a probe finds them running, until something is deleted. */
export class RunningAnswers {
  constructor(private readonly server: LocalServer) {}

  before({ body }: Heard): void {
    const isLong = JSON.stringify(body.input ?? '').includes(longStory);
    if (isLong || /^deep-research/.test(textField(body, 'agent') ?? '')) this.server.holdAfter(1);
  }

  after({ method }: Heard): void {
    if (method === 'DELETE') this.server.release();
  }
}

export function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

export function invalid(message: string): Reply {
  return refusal(400, 'invalid_request', message);
}

const fileName = 'files/abcdef123456';
const goneWords = 'You do not have permission to access the File abcdef123456 or it may not exist.';

/** Source: doc page "Files API"; the wire as the SDK writes and reads it. */
function fileAnswer({ method, path, headers }: Heard, { url, heard }: DevOverrides): Reply {
  const at = '2026-11-28T09:00:00Z';
  const told = { mimeType: 'application/pdf', sizeBytes: '1000', createTime: at, expirationTime: at };
  const file = { name: fileName, uri: `${url}/v1/${fileName}`, state: 'ACTIVE', ...told };
  const sinceUpload = heard.slice(heard.findLastIndex(({ path }) => path.includes('upload_id=')));
  const isGone = sinceUpload.filter((one) => one.method === 'DELETE').length > 1;
  if (method === 'DELETE' && isGone) return refusal(403, 'permission_denied', goneWords);
  if (method === 'DELETE') return { status: 200 };
  if (method === 'GET' && path.startsWith('/v1/files?')) return { status: 200, body: { files: [file] } };
  if (method === 'GET') return { status: 200, body: file };
  if (headers['x-goog-upload-command'] !== 'start') return { status: 200, body: { file } };
  // The host that it names may be any; a client goes to the one that it knows.
  return { status: 200, headers: { 'x-goog-upload-url': `https://elsewhere.example${path}?upload_id=secret` } };
}

const mapsEvents = [
  { event_type: 'interaction.created', interaction: { id: '', status: 'in_progress' } },
  { event_type: 'step.start', index: 0, step: { type: 'google_maps_call', id: 'maps01' } },
  { event_type: 'step.delta', index: 0, delta: { type: 'google_maps_call', arguments: { queries: ['bakery'] } } },
  { event_type: 'step.start', index: 1, step: { type: 'google_maps_result', call_id: 'maps01' } },
  { event_type: 'step.delta', index: 1, delta: { type: 'google_maps_result', result: [{}] } },
  { event_type: 'step.start', index: 2, step: { type: 'model_output' } },
  { event_type: 'step.delta', index: 2, delta: { type: 'text', text: 'A bakery.' } },
  { event_type: 'step.delta', index: 2, delta: { type: 'text_annotation_delta', annotations: [] } },
  { event_type: 'interaction.completed', interaction: { id: '', status: 'completed' } },
];
const mapsStream = `${mapsEvents.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`;
