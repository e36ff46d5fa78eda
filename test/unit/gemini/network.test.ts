import assert from 'node:assert/strict';
import tls from 'node:tls';
import { Failure, type FailureReason } from '../../../src/core/base/failure';
import type { InteractionEvent } from '../../../src/core/interactions/events';
import { interactionsOver } from '../../../src/gemini/client';
import { freePort } from '../../launch/freePort';
import type { ScriptedAnswer } from '../../server/scriptedAnswer';
import { type Identity, PrivateAuthority, selfSigned } from '../../server/tls/certificates';
import { startTlsFront, type TlsFront } from '../../server/tls/tlsFront';
import { collect, never, question, serverUnderTest, textOf } from './serverUnderTest';

const loopback = ['127.0.0.1'];
const html = { 'content-type': 'text/html' };

describe('a network that fails before anything is sent', () => {
  const under = serverUnderTest();
  let front: TlsFront | undefined;
  afterEach(async () => {
    await front?.close();
    front = undefined;
  });

  const places: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['a closed port', async () => `http://127.0.0.1:${await freePort()}`],
    ['a closed port at a name with two addresses', async () => `http://localhost:${await freePort()}`],
    // Longer than any part of a name can be, so that the answer comes from this machine and not from its network.
    ['a name that cannot be resolved', () => `http://${'x'.repeat(64)}.invalid`],
  ];
  for (const [name, place] of places) {
    it(`tells soon that ${name} cannot be reached`, async () => {
      assert.deepEqual(await askAt(await place()), { reason: 'offline', notSent: true });
    }).timeout(10_000);
  }

  const authority = new PrivateAuthority();
  const identities: readonly (readonly [string, Identity, FailureReason])[] = [
    ['of an unknown authority', new PrivateAuthority().identityFor(loopback), 'untrustedCertificate'],
    ['that vouches for itself', selfSigned(loopback), 'untrustedCertificate'],
    ['of another host', authority.identityFor(['other.test']), 'untrustedCertificate'],
    ['that has expired', authority.identityFor(loopback, { fromDays: -9, toDays: -2 }), 'wrongClock'],
    ['that is not valid yet', authority.identityFor(loopback, { fromDays: 2, toDays: 9 }), 'wrongClock'],
  ];
  for (const [name, identity, expected] of identities) {
    it(`sends nothing over a certificate ${name}: ${expected}`, async () => {
      front = await startTlsFront(identity, Number(new URL(under.server.url).port));
      const { port } = front;

      const told = await trusting(authority, () => askAt(`https://127.0.0.1:${port}`));

      assert.deepEqual(told, { reason: expected, notSent: true });
      assert.equal(under.server.requests.length, 0);
    });
  }

  it('tells that what speaks no TLS is not Gemini', async () => {
    assert.deepEqual(await askAt(under.server.url.replace('http:', 'https:')), {
      reason: 'foreignAnswer',
      notSent: true,
    });
  });
});

describe('a connection that breaks in the middle of an answer', () => {
  const under = serverUnderTest();
  const authority = new PrivateAuthority();
  let front: TlsFront;
  beforeEach(async () => {
    front = await startTlsFront(authority.identityFor(loopback), Number(new URL(under.server.url).port));
  });
  afterEach(() => front.close());

  for (const how of ['badRecord', 'reset', 'end'] as const) {
    it(`by ${how} is lost; what came is kept and nothing is asked again`, async () => {
      under.server.holdAfter(2);
      let kept = '';
      // Not before the text has been seen: a reset takes along what lies unread at its goal.
      const breakAfterText = (event: InteractionEvent) => {
        if (kept === '' && textOf([event]) !== '') front.breakBy(how);
        kept += textOf([event]);
      };

      const told = await trusting(authority, () => askAt(`https://127.0.0.1:${front.port}`, breakAfterText));

      assert.deepEqual(told, { reason: 'connectionLost', notSent: false });
      assert.notEqual(kept, '');
      assert.equal(under.server.requests.length, 1);
    });
  }

  it('over plain HTTP is lost as well', async () => {
    under.server.answerNext({ text: 'One two three four', cutAfterEvents: 3, cutBy: 'reset' });

    assert.deepEqual(await askAt(under.server.url), { reason: 'connectionLost', notSent: false });
    assert.equal(under.server.requests.length, 1);
  });
});

describe('something else that answers in place of Gemini', () => {
  const under = serverUnderTest();
  const elsewhere = serverUnderTest();

  for (const status of [200, 403, 511]) {
    it(`is recognised by its page, status ${status}`, async () => {
      under.server.answerNext({ status, body: '<html>Sign in</html>', headers: html });

      assert.deepEqual(await askAt(under.server.url), { reason: 'foreignAnswer', notSent: false });
      assert.equal(under.server.requests.length, 1);
    });
  }

  for (const status of [302, 307]) {
    it(`is recognised by its redirect, which is not followed, status ${status}`, async () => {
      const location = `${elsewhere.server.url}/v1/interactions`;
      under.server.answerNext({ status, body: '', headers: { location } });

      assert.deepEqual(await askAt(under.server.url), { reason: 'foreignAnswer', notSent: false });
      assert.equal(elsewhere.server.requests.length, 0);
    });
  }

  const successes: readonly (readonly [string, ScriptedAnswer])[] = [
    ['nothing', { status: 204 }],
    ['JSON in place of a stream', { status: 200, body: {} }],
    ['text in place of a stream', { status: 200, body: 'Blocked', headers: { 'content-type': 'text/plain' } }],
  ];
  for (const [name, scripted] of successes) {
    it(`is recognised when it answers with ${name}`, async () => {
      under.server.answerNext(scripted);

      assert.deepEqual(await askAt(under.server.url), { reason: 'foreignAnswer', notSent: false });
      assert.equal(under.server.requests.length, 1);
    });
  }

  it('is not taken for a service that accepts the key', async () => {
    under.server.answerNext({ for: 'models', status: 204 });

    await assert.rejects(under.client.listModels(never()), { reason: 'foreignAnswer' });
  });

  it('makes no answer of an empty stream', async () => {
    under.server.answerNext({ sse: '' });

    assert.deepEqual(await collect(under.client.ask(question('Hello'), never())), []);
    assert.equal(under.server.requests.length, 1);
  });

  for (const encoding of ['gzip', 'deflate', 'br']) {
    it(`sends what cannot be unpacked as ${encoding}`, async () => {
      const headers = { 'content-type': 'text/event-stream', 'content-encoding': encoding };
      under.server.answerNext({ status: 200, body: 'rubbish, rubbish, rubbish', headers });

      assert.deepEqual(await askAt(under.server.url), { reason: 'malformedAnswer', notSent: false });
      assert.equal(under.server.requests.length, 1);
    });
  }
});

/** What the failure of a question says. */
async function askAt(
  origin: string,
  onEvent: (event: InteractionEvent) => void = () => undefined,
): Promise<Pick<Failure, 'reason' | 'notSent'>> {
  const client = interactionsOver(() => Promise.resolve({ origin, key: 'test-key' }));
  try {
    for await (const event of client.ask(question('Hello'), never())) onEvent(event);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reason: error.reason, notSent: error.notSent };
  }
  assert.fail('the question was answered');
}

/** Runs with one more authority that this process trusts, as NODE_EXTRA_CA_CERTS would have it. */
async function trusting<T>(authority: PrivateAuthority, run: () => Promise<T>): Promise<T> {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, authority.certificate]);
  try {
    return await run();
  } finally {
    tls.setDefaultCACertificates(before);
  }
}
