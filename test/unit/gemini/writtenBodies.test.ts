import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { collect, never, question, serverUnderTest } from './serverUnderTest';

const firstHop = readFileSync('test/fixtures/sse/09a-continuation-hop1.sse', 'utf8');
const body = { model: 'gemini-3.8-flash', input: 'Hello', store: true };

describe('a request whose answer reaches the length of one call', () => {
  const under = serverUnderTest();

  for (const [name, ask] of [
    ['a question', () => under.client.ask(question('Hello'), never())],
    ['a body that a person wrote', () => under.client.askBody(body, never())],
    ['a body that says no to the background', () => under.client.askBody({ ...body, background: false }, never())],
  ] as const) {
    it(`is sent once: only the caller asks for the rest, which costs again: ${name}`, async () => {
      under.server.answerNext({ sse: firstHop });
      const last = (await collect(ask())).at(-1);
      assert.equal(last?.type === 'completed' && last.interaction.status, 'requires_continuation');
      assert.equal(under.server.requests.length, 1);
    });
  }
});

describe('a body that a person wrote', () => {
  const under = serverUnderTest();

  it('runs in the background where it says so, and goes as it is', async () => {
    const events = await collect(under.client.askBody({ ...body, background: true }, never()));
    assert.equal(events.at(-1)?.type, 'completed');
    assert.deepEqual(under.server.requests[0]?.body, { ...body, background: true, stream: true });
  });

  it('goes without the option of the SDK that people find beside these fields in its documentation', async () => {
    for (const automatic_continuation of [false, true]) {
      for (const background of [false, true]) {
        await collect(under.client.askBody({ ...body, background, automatic_continuation }, never()));
        assert.deepEqual(under.server.requests.at(-1)?.body, { ...body, background, stream: true });
      }
    }
    assert.equal(under.server.requests.length, 4);
  });
});
