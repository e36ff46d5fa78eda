import assert from 'node:assert/strict';
import type { LocalServer } from '../../server/localServer';
import type { RequestKind } from '../../server/scriptedAnswer';
import { isRecord } from '../../server/wire';
import { refusals } from '../../server/wireRefusals';
import { model, withServer } from './harness';

const requests: readonly (readonly [RequestKind, string, string])[] = [
  ['create', 'POST', '/v1/interactions'],
  ['get', 'GET', '/v1/interactions/v1_x'],
  ['cancel', 'POST', '/v1/interactions/v1_x/cancel'],
  ['delete', 'DELETE', '/v1/interactions/v1_x'],
  ['models', 'GET', '/v1beta/models'],
];

async function ask(server: LocalServer, kind: RequestKind, method: string, path: string): Promise<Response> {
  const body = kind === 'create' ? { body: JSON.stringify({ model, input: 'hi', stream: true }) } : {};
  return fetch(server.url + path, { method, headers: { 'x-goog-api-key': 'k' }, ...body });
}

/** What a body says of its refusal, whichever of the three shapes it has. */
function shapeOf(body: unknown): 'plain' | 'gateway' | 'array' {
  const inner = Array.isArray(body) ? body[0] : body;
  assert.ok(isRecord(inner) && isRecord(inner.error), JSON.stringify(body));
  const { code, message, status } = inner.error;
  assert.ok(typeof message === 'string' && message !== '');
  if (typeof code === 'string') assert.ok(!Array.isArray(body) && status === undefined);
  else assert.ok(typeof code === 'number' && typeof status === 'string');
  return Array.isArray(body) ? 'array' : typeof code === 'string' ? 'plain' : 'gateway';
}

describe('local server: refusals by name', () => {
  for (const [name, each] of Object.entries(refusals)) {
    it(
      `${name} reaches every kind of request as it is, in each of its ${each.length} bodies`,
      withServer(async (server) => {
        for (const [kind, method, path] of requests) {
          for (const refusal of each) {
            server.answerNext({ ...refusal, for: kind });
            const answer = await ask(server, kind, method, path);
            assert.equal(answer.status, refusal.status);
            assert.deepEqual(await answer.json(), refusal.body);
            for (const [header, value] of Object.entries(refusal.headers ?? {})) {
              assert.equal(answer.headers.get(header), value);
            }
          }
        }
      }),
    );

    it(`${name} is there in all three shapes, with no body twice`, () => {
      assert.deepEqual(new Set(each.map(({ body }) => shapeOf(body))), new Set(['plain', 'gateway', 'array']));
      const bodies = each.map(({ status, body }) => JSON.stringify([status, body]));
      assert.equal(new Set(bodies).size, bodies.length);
    });

    it(`${name} has gateway bodies that name their own HTTP status`, () => {
      for (const { status, body } of each) {
        const { error } = [body].flat()[0] as { error: { code: unknown } };
        if (typeof error.code === 'number') assert.equal(error.code, status);
      }
    });
  }
});
