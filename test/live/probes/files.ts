import { type JsonObject, objectField, objectsField, textField } from '../../../src/core/base/json';
import { type Call, create, someId } from '../calls';
import type { LiveApi } from '../liveApi';
import { type Probe, sendFirst, Untried } from '../probe';
import { samplePdf } from './samplePdf';

const type = 'application/pdf';
const start: Call = {
  method: 'POST',
  path: '/upload/v1/files',
  body: { file: { display_name: 'smoke-live' } },
  headers: {
    'x-goog-upload-protocol': 'resumable',
    'x-goog-upload-command': 'start',
    'x-goog-upload-header-content-length': String(samplePdf.length),
    'x-goog-upload-header-content-type': type,
  },
};
const finish = (path: string): Call => ({
  method: 'POST',
  path,
  bytes: samplePdf,
  headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
});
const state = (name: string): Call => ({ method: 'GET', path: `/v1/${name}` });
const asksOf = (uri: string) => {
  const content: readonly JsonObject[] = [
    { type: 'document', uri, mime_type: type },
    { type: 'text', text: 'Please say in one word what this page is about.' },
  ];
  return create({ input: [{ type: 'user_input', content }] });
};

const head = { assumption: 13 };
const upload = {
  ...head,
  id: 'file',
  title: 'a file is uploaded, used by its address, and deleted',
  assumed: 'ACTIVE, 200 completed, deleted',
};
const listed = {
  ...head,
  id: 'file-list',
  title: 'a file stands in the list, is deleted, and is then no longer known',
  assumed: 'mimeType, sizeBytes, createTime, expirationTime, uri; 200; 403 expired -> attachmentRefused',
};
const someName = `files/${someId}`;
const stateMs = 2_000;
const mostLooks = 15;

export const files: readonly Probe[] = [
  {
    ...upload,
    requests: () => [start, finish('<upload address>'), state(someName), asksOf('<address>'), removeFile(someName)],
    run: async (api) => {
      const { name, uri } = await uploaded(api);
      api.created.files.add(name);
      const active = await untilActive(api, name);
      const answered = await api.send(asksOf(uri));
      const removed = await api.send(removeFile(name));
      const seen = `${active}, ${answered.words}, ${removed.failure ? removed.words : 'deleted'}`;
      return { seen, same: seen === upload.assumed, facts: answered.facts };
    },
  },
  {
    ...listed,
    requests: () => [start, finish('<upload address>'), page(''), removeFile(someName), removeFile(someName)],
    run: async (api) => {
      const { name } = await uploaded(api);
      api.created.files.add(name);
      const file = await inList(api, name);
      const removed = await api.send(removeFile(name));
      const again = await api.send(removeFile(name));
      const there = listedFields.filter((field) => file?.[field] !== undefined).join(', ');
      const seen = `${file ? there : 'not in the list'}; ${removed.words}; ${again.words}`;
      return { seen, same: seen === listed.assumed, facts: again.facts };
    },
  },
];

const listedFields = ['mimeType', 'sizeBytes', 'createTime', 'expirationTime', 'uri'];
const mostPages = 50;

function page(token: string): Call {
  return {
    method: 'GET',
    path: `/v1/files?pageSize=100${token === '' ? '' : `&pageToken=${encodeURIComponent(token)}`}`,
  };
}

async function inList(api: LiveApi, name: string): Promise<JsonObject | undefined> {
  let token = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { body } = await sendFirst(api, page(token));
    const found = objectsField(body, 'files').find((file) => file.name === name);
    token = textField(body, 'nextPageToken') ?? '';
    if (found || token === '') return found;
  }
  return undefined;
}

export function removeFile(name: string): Call {
  return { method: 'DELETE', path: `/v1/${name}` };
}

async function uploaded(api: LiveApi): Promise<{ readonly name: string; readonly uri: string }> {
  const begun = await sendFirst(api, start);
  const address = begun.headers.get('x-goog-upload-url') ?? '';
  if (!URL.canParse(address)) throw new Untried('there is no address to upload to', begun.facts);
  // Whatever host it names, the key goes to the one that we know.
  const { pathname, search } = new URL(address);
  const { body, facts } = await sendFirst(api, finish(`${pathname}${search}`));
  const file: JsonObject = objectField(body, 'file') ?? {};
  const name = textField(file, 'name') ?? '';
  const uri = textField(file, 'uri') ?? '';
  if (!/^files\/[\w-]+$/.test(name) || uri === '') throw new Untried('the upload has no name or address', facts);
  return { name, uri };
}

async function untilActive(api: LiveApi, name: string): Promise<string> {
  let found = '';
  for (let looks = 0; looks < mostLooks && found !== 'ACTIVE'; looks += 1) {
    if (looks > 0) await api.wait(stateMs);
    found = api.redactor.word((await sendFirst(api, state(name))).body.state);
  }
  return found;
}
