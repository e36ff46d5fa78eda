import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../../../src/core/inspection/code/codeOf';
import { type CodeLanguage, codeLanguages, codeSource } from '../../../../src/core/inspection/code/codeSource';
import { toBody } from '../../../../src/gemini/request';
import { repositoryRoot } from '../../../launch/repositoryRoot';
import { type GoldenTurn, goldenTurns } from './goldenTurns';
import { noSecrets, turnWith } from './turns';

const endings: Readonly<Record<CodeLanguage, string>> = { typescript: 'mts', python: 'py', curl: 'sh' };
const google = 'https://generativelanguage.googleapis.com';

function codeFor(language: CodeLanguage, { request, file }: GoldenTurn, origin = google): string {
  const turns = file ? [turnWith(file)] : [];
  const body = toBody(request);
  return codeOf(
    language,
    codeSource(
      { body, version: 'v1' },
      { origin, isUsualOrigin: origin === google, turns, pathOf: (uri) => uri, ...noSecrets },
    ),
  );
}

/** `UPDATE_GOLDEN=1` writes the files. Read them before they are kept. The compiler checks those in TypeScript. */
function assertGolden(name: string, code: string): void {
  const file = join(repositoryRoot, 'test/fixtures/code', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, code);
  assert.ok(existsSync(file), file);
  assert.equal(code, readFileSync(file, 'utf8'));
}

describe('a request as code', () => {
  for (const language of codeLanguages) {
    for (const turn of goldenTurns) {
      it(`${turn.name} in ${language}`, () => {
        assertGolden(`${turn.name}.${endings[language]}`, codeFor(language, turn));
      });
    }
  }

  it('names another server, and another version of the API', () => {
    const [turn] = goldenTurns;
    assert.ok(turn);
    const source = codeSource(
      { body: toBody(turn.request), version: 'v1beta' },
      { origin: 'https://p.example', isUsualOrigin: false, turns: [], pathOf: () => '', ...noSecrets },
    );
    assert.match(codeOf('typescript', source), /apiVersion: 'v1beta', baseUrl: 'https:\/\/p\.example'/);
    assert.match(codeOf('python', source), /"api_version": "v1beta", "base_url": "https:\/\/p\.example"/);
    assert.match(codeOf('curl', source), /'https:\/\/p\.example\/v1beta\/interactions'/);
  });

  it('holds no header for another server, and no key', () => {
    const request = {
      model: 'gemini-2.5-flash',
      input: [],
      store: true,
      tools: [
        { type: 'mcp_server', name: 'tickets', url: 'https://mcp.example', headers: { authorization: 'SECRET' } },
      ],
    };
    for (const language of codeLanguages) {
      const code = codeFor(language, { name: 'mcp', request });
      assert.match(code, /https:\/\/mcp\.example/);
      assert.doesNotMatch(code, /SECRET|authorization/);
      assert.match(code, /GEMINI_API_KEY/);
    }
  });

  it('gives a field named __proto__ its value, and does not set a prototype', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"a-b":{"type":"null"}}}');
    const responseFormat = { type: 'text', mime_type: 'application/json', schema };
    const request = { model: 'gemini-3.8-flash', input: [], store: true, responseFormat };
    assert.match(codeFor('typescript', { name: 'proto', request }), /\['__proto__'\]: \{ type: 'string' \}, 'a-b': /);
  });
});
