import { isJsonObject, type JsonValue } from '../../../src/core/base/json';
import { type Call, someId } from '../../live/calls';
import { jsonOrText } from '../../live/frames';

/** The names under which only an answer tells what stands there, and how a plan writes it. */
const toldLater: Readonly<Record<string, string>> = {
  id: someId,
  call_id: someId,
  previous_interaction_id: someId,
  signature: '<signature>',
  uri: '<address>',
};

const storeName = /fileSearchStores\/smoke-live-\w+/;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

/** A request in the form that it has in the plan, as one text, so that what was sent and what was planned can be compared. */
export function asPlanned(request: Call | Sent): string {
  const { method, path } = request;
  const text = 'text' in request ? request.text : request.body ? JSON.stringify(request.body) : (request.bytes ?? '');
  const isUpload = /upload_id=/.test(path);
  const plainPath = path
    .replace(/v1_[\w-]+(%3D)*/g, someId)
    .replace(/files\/[a-z0-9]{12}/, `files/${someId}`)
    .replace(/environments\/env_\d+/, `environments/${someId}`)
    .replace(storeName, `fileSearchStores/${someId}`)
    .replace(/operations\/operation-\d+/, `operations/${someId}`)
    .replace(/(%3C|<)id(%3E|>)/g, someId);
  const value = jsonOrText(text);
  return `${method} ${isUpload ? '<upload address>' : plainPath} ${isJsonObject(value) ? JSON.stringify(plain(value)) : text}`;
}

function plain(value: JsonValue, name = ''): JsonValue {
  const later = toldLater[name];
  if (typeof value === 'string' && later !== undefined) return later;
  if (typeof value === 'string') return value.replace(storeName, `fileSearchStores/${someId}`);
  if (Array.isArray(value)) return value.map((item: JsonValue) => plain(item));
  if (!isJsonObject(value)) return value;
  // What the model said goes back as it came.
  if (value.type === 'model_output') return { type: value.type, content: '<answer>' };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, key)]));
}
