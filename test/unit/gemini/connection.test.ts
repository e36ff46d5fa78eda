import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { withSdk } from '../../../src/gemini/connection';
import { fakeNetwork } from './fakeNetwork';
import { never } from './serverUnderTest';

describe('one call of the SDK', () => {
  const network = fakeNetwork();
  let told: boolean[];
  beforeEach(() => {
    told = [];
  });
  const connection = () =>
    Promise.resolve({
      origin: 'https://gemini.example',
      key: 'k',
      onReach: (isReached: boolean) => told.push(isReached),
    });

  it('ends as soon as it is stopped, whatever the SDK still waits for', async () => {
    const stop = new AbortController();
    const running = withSdk(
      connection,
      'v1',
      stop.signal,
      () => new Promise(() => queueMicrotask(() => stop.abort('enough'))),
    );
    await assert.rejects(running, (reason) => reason === 'enough');
    assert.deepEqual(told, []);
  });

  it('passes on a bug as it is, and says nothing of the service then', async () => {
    const bug = new RangeError('index');
    await assert.rejects(
      withSdk(connection, 'v1', never(), () => Promise.reject(bug)),
      (error) => error === bug,
    );
    assert.deepEqual(told, []);
  });

  it('says nothing of the service where the connection breaks', async () => {
    network.answer = () => Promise.reject(new TypeError('terminated'));
    await assert.rejects(
      withSdk(connection, 'v1', never(), (sdk) => sdk.files.get({ name: 'files/a' })),
      { reason: 'connectionLost' },
    );
    assert.deepEqual(told, []);
  });

  it('leaves nothing at its signal once it is over', async () => {
    const { signal } = new AbortController();
    assert.equal(await withSdk(connection, 'v1', signal, async () => 'done'), 'done');
    await assert.rejects(withSdk(connection, 'v1', signal, () => Promise.reject(new RangeError('index'))));
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });
});
