import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { type CodePlace, codeSource } from '../../../../src/core/inspection/code/codeSource';
import { curlOf } from '../../../../src/core/inspection/code/curl';
import { pythonOf } from '../../../../src/core/inspection/code/python';
import { typescriptOf } from '../../../../src/core/inspection/code/typescript';
import { noSecrets, turnWith } from './turns';

const place: CodePlace = {
  origin: 'https://o.example',
  isUsualOrigin: true,
  turns: [],
  pathOf: (uri) => (uri.startsWith('file:') ? uri.slice(5) : undefined),
  ...noSecrets,
};
const sourceOf = (body: JsonObject, more: Partial<CodePlace> = {}) =>
  codeSource({ body, version: 'v1' }, { ...place, ...more });

describe('the source of code', () => {
  it('is streamed, and keeps where the request went', () => {
    assert.deepEqual(sourceOf({ model: 'm', stream: false }), {
      body: { model: 'm', stream: true },
      version: 'v1',
      origin: 'https://o.example',
      isUsualOrigin: true,
      files: new Map(),
    });
  });

  it('has no headers of tools, and leaves anything else about them as it is', () => {
    const body = { tools: ['odd', { type: 'mcp_server', headers: { a: 'x' }, url: 'u' }, { type: 'google_search' }] };
    assert.deepEqual(sourceOf(body).body.tools, ['odd', { type: 'mcp_server', url: 'u' }, { type: 'google_search' }]);
    assert.deepEqual(sourceOf({ tools: 'odd' }).body.tools, 'odd');
  });

  it('has none of the texts that must not stand in it', () => {
    const { body } = sourceOf({ input: 'my token-7' }, { secrets: ['token-7'], secretWords: '(left out)' });
    assert.equal(body.input, 'my (left out)');
  });

  it('knows the files on the disk whose bytes are in the request', () => {
    const [picture] = turnWith({ path: 'file:/p.png', data: 'AAAA' }).attachments;
    assert.ok(picture?.kind === 'media');
    const { uri: _uri, ...pasted } = picture;
    const page = { kind: 'url', id: 'u', url: 'https://a.example' } as const;
    const elsewhere = { ...picture, data: 'BBBB', uri: 'https://a.example/p.png' };
    const turn = turnWith({ path: '', data: '' });
    const turns = [
      { ...turn, attachments: [page, { ...pasted, data: 'CCCC' }] },
      { ...turn, attachments: [picture, elsewhere] },
    ];
    assert.deepEqual(sourceOf({}, { turns }).files, new Map([['AAAA', '/p.png']]));
  });
});

describe('code for a request', () => {
  const turns = [turnWith({ path: "file:/it's.png", data: 'AAAA' })];
  const withFile = sourceOf({ input: [{ data: 'AAAA' }] }, { turns });

  it('writes the values of its language', () => {
    const body = { a: null, b: false, c: 7, 'd-e': 'x', $f: [], _g1: {}, '1h': "it's" };
    const source = sourceOf(body);
    assert.ok(
      typescriptOf(source).includes(
        "create({ a: null, b: false, c: 7, 'd-e': 'x', $f: [], _g1: {}, '1h': 'it\\'s', stream: true });",
      ),
    );
    assert.ok(
      pythonOf({ ...source, body: { a: null, b: false, c: 7, d: { 'e"': true } } }).includes(
        'create(a=None, b=False, c=7, d={"e\\"": True})',
      ),
    );
    assert.ok(
      curlOf(source).includes(
        `<<'JSON'\n{ "a": null, "b": false, "c": 7, "d-e": "x", "$f": [], "_g1": {}, "1h": "it's", "stream": true }\nJSON\n`,
      ),
    );
  });

  it('reads a file where its bytes were, and has what it needs for that', () => {
    const script = typescriptOf(withFile);
    assert.match(script, /^\/\/ npm install @google\/genai\nimport \{ readFileSync \} from 'node:fs';\n/);
    assert.ok(script.includes("{ data: readFileSync('/it\\'s.png', 'base64') }"));
    const program = pythonOf(withFile);
    assert.match(program, /^# pip install google-genai\nimport base64\nimport os\nimport pathlib\n\n/);
    assert.match(program, /\ndef read_base64\(path\):\n/);
    assert.ok(program.includes('{"data": read_base64("/it\'s.png")}'));
  });

  it('needs nothing for files where it reads none', () => {
    assert.doesNotMatch(typescriptOf(sourceOf({})), /readFileSync/);
    assert.match(
      pythonOf(sourceOf({})),
      /^# pip install google-genai\nimport os\n\nfrom google import genai\n\nclient/,
    );
  });

  it('joins the pieces of a body around its file for a shell', () => {
    assert.equal(
      curlOf(withFile),
      `{
  cat <<'JSON'
{ "input": [{ "data": "
JSON
  base64 < '/it'\\''s.png'
  cat <<'JSON'
" }], "stream": true }
JSON
} | tr -d '\\r\\n' | curl --silent --show-error --no-buffer 'https://o.example/v1/interactions' \\
  --header "x-goog-api-key: $GEMINI_API_KEY" \\
  --header 'content-type: application/json' \\
  --header 'accept: text/event-stream' \\
  --data-binary @-
`,
    );
  });

  it('has an argument on each line in Python where they do not fit on one', () => {
    const code = pythonOf(sourceOf({ model: 'm', input: 'x'.repeat(100), list: ['y'.repeat(90)] }));
    assert.ok(
      code.includes(
        `create(\n    model="m",\n    input="${'x'.repeat(100)}",\n    list=["${'y'.repeat(90)}"],\n    stream=True,\n)\n`,
      ),
    );
    const longer = pythonOf(sourceOf({ list: ['y'.repeat(93)] }));
    assert.ok(longer.includes(`    list=[\n        "${'y'.repeat(93)}",\n    ],\n`));
  });
});
