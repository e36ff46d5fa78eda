import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../src/core/base/json';
import { codeOf } from '../../../../src/core/inspection/code/codeOf';
import { codeLanguages, codeSource } from '../../../../src/core/inspection/code/codeSource';
import { harOf } from '../../../../src/core/inspection/har';
import type { Inspection } from '../../../../src/core/inspection/inspection';
import { normalised } from '../../../../src/core/inspection/normalise';
import { writeInspection } from '../../../../src/core/inspection/writeInspection';
import { readStep } from '../../../../src/core/interactions/steps';
import { budget } from '../../../budget';
import { inspectedTurn, key, words } from './inspectedTurn';

/** Whatever can stand in a header, as long as a token is; it begins with what no other text here has. */
const token = fc
  .string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 8 })
  .map((text) => `~#${text}`);

/** Where a token may turn up: what a server says of the header it got, what a user pastes, what a model repeats. */
function places(secret: string): readonly JsonValue[] {
  const inJson = JSON.stringify({ authorization: secret });
  return [
    secret,
    `Bearer ${secret}`,
    `https://mcp.example/?token=${encodeURIComponent(secret)}`,
    { [secret]: true },
    { deep: [[{ note: `got ${secret}, twice ${secret}` }]] },
    inJson,
    JSON.stringify({ text: inJson }),
    { headers: { Authorization: secret } },
  ];
}

function turnWithAt(place: JsonValue, secret: string): Inspection {
  const one = inspectedTurn();
  const [request] = one.requests;
  assert.ok(request);
  const { tools: _tools, ...body } = request.body;
  const result = { type: 'mcp_server_tool_result', call_id: 'c', name: 'look', result: place } as const;
  const server = { type: 'mcp_server', name: 'shop', url: 'https://mcp.example', headers: { 'x-key': secret } };
  const input = [result, { type: 'user_input', content: [{ type: 'text', text: JSON.stringify(place) }] }];
  const sent: JsonObject = { ...body, input, tools: [server], system_instruction: JSON.stringify(place) };
  return {
    ...one,
    chatTitle: typeof place === 'string' ? place : 'Shop',
    turn: { ...one.turn, prompt: JSON.stringify(place), steps: [result] },
    requests: [{ ...request, body: sent }],
    events: [
      ...one.events,
      { ms: 1_600, event: { type: 'stepStarted', index: 1, step: readStep(result) } },
      { ms: 1_700, event: { type: 'malformed', raw: JSON.stringify(place) } },
    ],
  };
}

/** Whether a text stands in a value, also in what is JSON within its texts. */
function holds(value: unknown, secret: string): boolean {
  if (typeof value === 'string') {
    if (value.includes(secret) || value.includes(encodeURIComponent(secret))) return true;
    const within = /^[[{"]/.test(value) ? parsed(value) : undefined;
    return within !== undefined && holds(within, secret);
  }
  if (Array.isArray(value)) return value.some((one) => holds(one, secret));
  return isJsonObject(value) && Object.entries(value).some(([name, one]) => holds(name, secret) || holds(one, secret));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('what is copied and saved of a turn', () => {
  it('holds no token of a server and no key, wherever they stand', () => {
    fc.assert(
      fc.property(token, (secret) => {
        for (const place of [...places(secret), ...places(key)]) {
          const inspection = turnWithAt(place, secret);
          const secrets = [secret.slice(0, 4), secret];
          const documents = [
            harOf(inspection, words, secrets, '1.0.0'),
            writeInspection(inspection, words, secrets),
            normalised(inspection, words, secrets),
          ];
          const [request] = inspection.requests;
          assert.ok(request);
          const { origin, turns } = inspection;
          const source = codeSource(request, {
            ...{ origin, isUsualOrigin: true, turns, pathOf: () => undefined },
            ...{ secrets, secretWords: words.secret },
          });
          const codes = codeLanguages.map((language) => codeOf(language, source));
          for (const text of [secret, key]) {
            for (const document of documents) assert.ok(!holds(JSON.parse(document), text), document);
            assert.ok(!holds(source.body, text), JSON.stringify(source.body));
            for (const code of codes) assert.ok(!code.includes(text), code);
          }
        }
      }),
      { numRuns: budget(200, 20) },
    );
  });
});
