import { type JsonObject, objectField, objectsField, textField } from '../../../src/core/base/json';
import { asks, type Call, create, longerAnswer } from '../calls';
import type { LiveApi } from '../liveApi';
import { type Probe, sendFirst, streamFirst, Untried } from '../probe';
import { stepTypesOf } from '../streamWords';

const head = { assumption: 18 };
const text = 'The keeper of the lighthouse at Sample Point is called Imogen Harrowgate.\n';
const path = 'notes/keeper.md';
const someStore = 'fileSearchStores/<id>';
const someOperation = `${someStore}/upload/operations/<id>`;

const versions = {
  ...head,
  id: 'store-versions',
  title: 'stores are on v1beta alone, and a page has at most 20',
  assumed: '404 -> notFound; 200; 400 invalid_argument -> invalidRequest',
};
const whole = {
  ...head,
  id: 'file-search',
  title: 'a document is indexed with what we note of it, found and cited with that, and goes with its store',
  assumed:
    'done; path, STATE_ACTIVE; file_search_call > file_search_result > model_output; file_name, document_uri, custom_metadata.path; 400 without force, 200 with it',
  extra: { toolTokens: 10_000, note: 'indexing of 80 bytes' },
};

const list = (version: string, size: number): Call => ({
  method: 'GET',
  path: `/${version}/fileSearchStores?pageSize=${size}`,
});
const make: Call = { method: 'POST', path: '/v1beta/fileSearchStores', body: { displayName: 'smoke-live' } };
const begin = (store: string): Call => ({
  method: 'POST',
  path: `/upload/v1beta/${store}:uploadToFileSearchStore`,
  body: { displayName: path, customMetadata: [{ key: 'path', stringValue: path }] },
  headers: {
    'x-goog-upload-protocol': 'resumable',
    'x-goog-upload-command': 'start',
    'x-goog-upload-header-content-length': String(text.length),
    'x-goog-upload-header-content-type': 'text/plain',
  },
});
const finish = (address: string): Call => ({
  method: 'POST',
  path: address,
  bytes: text,
  headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
});
const look = (name: string): Call => ({ method: 'GET', path: `/v1beta/${name}` });
const documents = (store: string): Call => ({ method: 'GET', path: `/v1beta/${store}/documents?pageSize=20` });
const ask = (store: string): Call =>
  create({
    stream: true,
    tools: [{ type: 'file_search', file_search_store_names: [store] }],
    input: [asks('Please look into my files: what is the keeper of the lighthouse called?')],
    generation_config: longerAnswer,
  });

/** `query`: `?force=true` for a store that is not empty. */
export function removeStore(name: string, query = '?force=true'): Call {
  return { method: 'DELETE', path: `/v1beta/${name}${query}` };
}

const lookMs = 2_000;
const mostLooks = 30;

export const stores: readonly Probe[] = [
  {
    ...versions,
    requests: () => [list('v1', 20), list('v1beta', 20), list('v1beta', 21)],
    run: async (api) => {
      const seen: string[] = [];
      for (const call of [list('v1', 20), list('v1beta', 20), list('v1beta', 21)]) {
        seen.push((await api.send(call)).words.replace(/^404 \w+ /, '404 '));
      }
      return { seen: seen.join('; '), same: seen.join('; ') === versions.assumed };
    },
  },
  {
    ...whole,
    requests: () => [
      make,
      begin(someStore),
      finish('<upload address>'),
      look(someOperation),
      documents(someStore),
      ask(someStore),
      removeStore(someStore, ''),
      removeStore(someStore),
    ],
    run: async (api) => {
      const store = await made(api);
      const done = await indexed(api, store);
      const kept = await keptOf(api, store);
      const streamed = await streamFirst(api, ask(store));
      const steps = stepTypesOf(streamed, api.redactor).filter((type) => type !== 'thought');
      const order = steps.filter((type, index) => steps.indexOf(type) === index).join(' > ');
      const cited = citedFields(streamed.answer.steps);
      const refused = await api.send(removeStore(store, ''));
      const removed = await api.send(removeStore(store));
      const ends = `${refused.status} without force, ${removed.status} with it`;
      const seen = [done, kept, order, cited, ends].join('; ');
      return { seen, same: seen === whole.assumed };
    },
  },
];

async function made(api: LiveApi): Promise<string> {
  const { body, facts } = await sendFirst(api, make);
  const name = textField(body, 'name') ?? '';
  if (!/^fileSearchStores\/[\w-]+$/.test(name)) throw new Untried('the store has no name', facts);
  api.created.stores.add(name);
  return name;
}

/** How the operation of an upload ended. */
async function indexed(api: LiveApi, store: string): Promise<string> {
  const begun = await sendFirst(api, begin(store));
  const address = begun.headers.get('x-goog-upload-url') ?? '';
  if (!URL.canParse(address)) throw new Untried('there is no address to upload to', begun.facts);
  // Whatever host it names, the key goes to the one that we know.
  const { pathname, search } = new URL(address);
  let { body } = await sendFirst(api, finish(`${pathname}${search}`));
  const name = textField(body, 'name') ?? '';
  if (!name.startsWith(`${store}/`)) return 'an operation without a name';
  for (let looks = 0; looks < mostLooks && body.done !== true; looks += 1) {
    await api.wait(lookMs);
    body = (await sendFirst(api, look(name))).body;
  }
  return body.done !== true ? 'not done' : body.error ? 'an error' : 'done';
}

async function keptOf(api: LiveApi, store: string): Promise<string> {
  const [document] = objectsField((await sendFirst(api, documents(store))).body, 'documents');
  const noted = objectsField(document ?? {}, 'customMetadata').find(({ key }) => key === 'path');
  const state = api.redactor.word(document?.state);
  return `${noted?.stringValue === path ? 'path' : 'no path'}, ${state}`;
}

/** Which fields the first citation of a file has. */
function citedFields(steps: readonly JsonObject[]): string {
  const annotations = steps
    .flatMap((step) => objectsField(step, 'content'))
    .flatMap((content) => objectsField(content, 'annotations'));
  const citation = annotations.find(({ type }) => type === 'file_citation');
  if (!citation) return 'no citations';
  const fields = ['file_name', 'document_uri'].filter((field) => citation[field] !== undefined);
  const hasPath = textField(objectField(citation, 'custom_metadata') ?? {}, 'path') === path;
  return [...fields, ...(hasPath ? ['custom_metadata.path'] : [])].join(', ');
}
