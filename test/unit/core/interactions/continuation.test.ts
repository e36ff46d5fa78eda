import assert from 'node:assert/strict';
import { continuedRequest } from '../../../../src/core/interactions/continuation';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import { interactionOf } from './pollUnderTest';

const asked: InteractionRequest = {
  model: 'm',
  input: [{ type: 'text', text: 'Q' }],
  history: [{ type: 'user_input' }],
  previousInteractionId: 'v1_0',
  systemInstruction: 'Be brief.',
  store: true,
};
const cut = interactionOf('requires_continuation', { continuationToken: 't' });

describe('the request for the rest of an answer', () => {
  it('names what the service has stored, and does not send it again', () => {
    assert.deepEqual(continuedRequest(asked, cut), {
      model: 'm',
      input: [],
      previousInteractionId: 'v1_a',
      systemInstruction: 'Be brief.',
      store: true,
      continuationToken: 't',
    });
  });

  it('sends all again where nothing is stored, or the stored one has no id', () => {
    const secret = { ...asked, store: false };

    assert.deepEqual(continuedRequest(secret, cut), { ...secret, continuationToken: 't' });
    assert.deepEqual(continuedRequest(asked, { ...cut, id: '' }), { ...asked, continuationToken: 't' });
  });

  it('is none where the service does not ask for it, or goes on by itself in the background', () => {
    assert.equal(continuedRequest(asked, interactionOf('completed', { continuationToken: 't' })), undefined);
    assert.equal(continuedRequest(asked, interactionOf('requires_continuation')), undefined);
    assert.equal(continuedRequest({ ...asked, background: true }, cut), undefined);
  });
});
