import assert from 'node:assert/strict';
import { onePixel, pdf } from '../../files';
import type { LocalServer } from '../../server/localServer';
import { model, send, withServer } from './harness';

const key = { 'x-goog-api-key': 'test-key' };
const start = {
  'content-type': 'application/json',
  'x-goog-upload-protocol': 'resumable',
  'x-goog-upload-command': 'start',
  'x-goog-upload-header-content-length': '9',
  'x-goog-upload-header-content-type': 'video/mp4',
};
const nine = new Uint8Array(9);

async function begin(server: LocalServer, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = JSON.stringify({ file: { displayName: 'v.mp4' } });
  return fetch(`${server.url}/upload/v1/files`, { method: 'POST', headers: { ...key, ...start, ...headers }, body });
}
const piece = (address: string, command: string, offset: number, body: Uint8Array<ArrayBuffer>) =>
  fetch(address, {
    method: 'POST',
    headers: { ...key, 'x-goog-upload-command': command, 'x-goog-upload-offset': String(offset) },
    body,
  });
async function addressOf(server: LocalServer): Promise<string> {
  return (await begin(server)).headers.get('x-goog-upload-url') ?? '';
}

describe('local server: files', () => {
  it(
    'takes a file in pieces, has it processed after some looks, and deletes it',
    withServer(async (server) => {
      server.processingLooks = 2;
      const address = await addressOf(server);
      const done = await piece(address, 'upload, finalize', 0, nine);
      assert.equal(done.headers.get('x-goog-upload-status'), 'final');
      const { file } = await done.json();
      assert.equal(file.state, 'PROCESSING');

      const ask = (uri: string) =>
        send(server, '/v1/interactions', {
          body: {
            model,
            input: [{ type: 'user_input', content: [{ type: 'video', uri, mime_type: 'video/mp4' }] }],
          },
        });
      assert.match((await ask(file.uri)).text, /not in an ACTIVE state/);
      const look = async () => (await (await fetch(`${server.url}/v1/${file.name}`, { headers: key })).json()).state;
      assert.deepEqual([await look(), await look()], ['PROCESSING', 'ACTIVE']);
      assert.equal((await ask(file.uri)).status, 200);

      const removed = await fetch(`${server.url}/v1/${file.name}`, { method: 'DELETE', headers: key });
      assert.equal(removed.status, 200);
      const gone = await ask(file.uri);
      assert.equal(gone.status, 403);
      assert.match(gone.text, /permission to access the File .* or it may not exist/);
    }),
  );

  it(
    'refuses an upload that does not begin as one',
    withServer(async (server) => {
      const wrong: readonly Readonly<Record<string, string>>[] = [
        { 'x-goog-upload-protocol': 'multipart' },
        { 'x-goog-upload-command': 'begin' },
        { 'x-goog-upload-header-content-length': '0' },
        { 'x-goog-upload-header-content-length': 'many' },
        { 'x-goog-upload-header-content-length': String(2 ** 31 + 1) },
        { 'x-goog-upload-header-content-type': 'video' },
      ];
      for (const headers of wrong) assert.equal((await begin(server, headers)).status, 400, JSON.stringify(headers));
      assert.equal((await begin(server, { 'x-goog-api-key': 'bad' })).status, 400);
    }),
  );

  it(
    'refuses a piece at another place, of another size, too many of them, and one after the end',
    withServer(async (server) => {
      const address = await addressOf(server);
      assert.equal((await piece(address, 'upload', 3, nine)).status, 400);
      assert.equal((await piece(address, 'upload', 0, nine)).status, 400, 'no multiple of 256 KiB');
      assert.equal((await piece(address, 'upload, finalize', 0, nine.subarray(1))).status, 400, 'too short');
      assert.equal((await piece(address, 'send', 0, nine)).status, 400);

      const other = await addressOf(server);
      assert.equal((await piece(other, 'upload, finalize', 0, nine)).status, 200);
      assert.equal((await piece(other, 'upload, finalize', 0, nine)).status, 404);
    }),
  );

  const content = (mimeType: string, data: string, type = 'image') => [{ type, data, mime_type: mimeType }];
  const refused: readonly (readonly [what: string, content: unknown, message: RegExp])[] = [
    ['a picture that is none', content('image/png', 'AAAA'), /Unable to process input image/],
    ['a picture of another type', content('image/jpeg', onePixel), /Unable to process input image/],
    ['a document that is none', content('application/pdf', 'AAAA', 'document'), /no pages/],
    [
      'a document with a password',
      content('application/pdf', pdf(1, '/Encrypt 4 0 R').toString('base64'), 'document'),
      /encrypted/,
    ],
    ['what is not base64', content('image/png', 'A-A_'), /Base64/],
    ['bytes without a type', [{ type: 'image', data: onePixel }], /mime_type/],
    ['bytes and an address', [{ type: 'image', data: onePixel, uri: 'x', mime_type: 'image/png' }], /Exactly one/],
    ['an address of the web', [{ type: 'image', uri: 'https://e.example/a.png' }], /Unsupported file uri/],
  ];
  for (const [what, wrong, message] of refused) {
    it(
      `refuses ${what} as content`,
      withServer(async (server) => {
        const input = [{ type: 'user_input', content: wrong }];
        const answer = await send(server, '/v1/interactions', { body: { model, input } });
        assert.equal(answer.status, 400);
        assert.match(answer.text, message);
      }),
    );
  }

  it(
    'refuses a body of more than 20 MB',
    withServer(async (server) => {
      const input = [{ type: 'user_input', content: [{ type: 'text', text: 'a'.repeat(21 * 1024 * 1024) }] }];
      const answer = await send(server, '/v1/interactions', { body: { model, input } });
      assert.match(answer.text, /payload size exceeds the limit/);
    }),
  );
});
