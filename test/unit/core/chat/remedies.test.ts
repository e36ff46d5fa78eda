import assert from 'node:assert/strict';
import type { FailureReason } from '../../../../src/core/base/failure';
import { ManualClock } from '../../fakes/manualClock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

type Body = {
  readonly background?: boolean;
  readonly store?: boolean;
  readonly previous_interaction_id?: string;
  readonly input: readonly { readonly type: string; readonly signature?: string }[];
};

const error = (status: number, code: string, message: string) => ({ status, body: { error: { code, message } } });
const types = ({ input }: Body) => input.map(({ type }) => type);

describe('a question that the service refuses in one form', () => {
  const under = serverUnderTest();
  const bodies = () =>
    under.server.requests.filter(({ path }) => path === '/v1/interactions').map(({ body }) => body as Body);

  /** A chat whose second question is refused with these answers. Returns the requests of that question. */
  async function refusedBy(...answers: readonly ReturnType<typeof error>[]) {
    const refused: string[] = [];
    const background = { isWanted: () => true, refused: (model: string) => refused.push(model) };
    const { chat } = chatUnderTest(under.client, { background, clock: new ManualClock() });
    await chat.send('My name is Ada.');
    for (const answer of answers) under.server.answerNext(answer);

    await chat.send('What is my name?');

    return { turn: chat.turns()[1], sent: bodies().slice(1), refused };
  }

  /** `times`: a 404 that may be about anything is asked of the other version of the API as well. */
  const withoutHistory = [
    { name: '404 in the usual words', refusal: error(404, 'not_found', 'previous_interaction_id not found'), times: 1 },
    { name: '404 in other words', refusal: error(404, 'not_found', 'The resource does not exist.'), times: 2 },
    { name: '404 without a code', refusal: error(404, '', ''), times: 2 },
    {
      name: '400 about the interaction',
      refusal: error(400, 'invalid_request', 'Interaction v1_x not found.'),
      times: 1,
    },
    { name: '403, as it belongs to another key', refusal: error(403, 'permission_denied', 'No permission.'), times: 1 },
    { name: '501', refusal: error(501, 'unimplemented', 'Operation is not implemented.'), times: 1 },
  ];
  for (const { name, refusal, times } of withoutHistory) {
    it(`${name}: is asked once more with the whole chat`, async () => {
      const { turn, sent, refused } = await refusedBy(...Array.from({ length: times }, () => refusal));

      assert.equal(turn?.status, 'done');
      assert.match(textOf(turn), /Ada/);
      assert.equal(turn.isRebuilt, true);
      const [first, second, ...more] = sent;
      assert.ok(first?.previous_interaction_id);
      assert.ok(second);
      assert.equal(second.previous_interaction_id, undefined);
      assert.equal(second.background, true);
      assert.deepEqual(types(second), ['user_input', 'thought', 'model_output', 'user_input']);
      assert.deepEqual([more, refused], [[], []]);
    });
  }

  it('is not repeated after a 501 where there is nothing to rebuild', async () => {
    under.server.answerNext(error(501, 'unimplemented', 'Not implemented'));
    const { chat } = chatUnderTest(under.client);

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.failure?.reason, 'notOffered');
    assert.equal(bodies().length, 1);
  });

  for (const [name, refusal] of [
    ['by its code', error(400, 'missing_thought_signature', 'x')],
    ['by its message', error(400, 'invalid_request', 'Invalid thought signature in input[1].')],
  ] as const) {
    it(`is asked once more without thoughts when a signature is refused, told ${name}`, async () => {
      const { turn, sent } = await refusedBy(refusal);

      assert.equal(turn?.status, 'done');
      assert.match(textOf(turn), /Ada/);
      assert.equal(sent.length, 2);
      assert.deepEqual(types(sent[1] as Body), ['user_input', 'model_output', 'user_input']);
    });
  }

  it('is not asked a third time when the signature is refused again', async () => {
    const refusal = error(400, 'missing_thought_signature', 'x');
    const { turn, sent } = await refusedBy(refusal, refusal);

    assert.equal(turn?.failure?.reason, 'signatureRefused');
    assert.equal(sent.length, 2);
  });

  for (const [name, answer, reason] of [
    ['a block', error(400, 'invalid_request', 'Request blocked due to safety settings.'), 'contentBlocked'],
    ['any other 400', error(400, 'invalid_request', 'Something is wrong.'), 'invalidRequest'],
    ['a payment', error(402, 'payment_required', 'Pay'), 'paymentRequired'],
    [
      'a location',
      error(400, 'failed_precondition', 'User location is not supported for the API use.'),
      'locationUnsupported',
    ],
  ] as const satisfies readonly (readonly [string, unknown, FailureReason])[]) {
    it(`is not asked again for ${name}`, async () => {
      const { turn, sent, refused } = await refusedBy(answer);

      assert.equal(turn?.failure?.reason, reason);
      assert.equal(sent.length, 1);
      assert.deepEqual(refused, []);
    });
  }

  it('goes through all its forms, each once', async () => {
    const { turn, sent, refused } = await refusedBy(
      error(403, 'permission_denied', 'x'),
      error(403, 'permission_denied', 'x'),
      error(400, 'missing_thought_signature', 'x'),
    );

    assert.equal(turn?.status, 'done');
    assert.deepEqual(
      sent.map((body) => [
        body.previous_interaction_id !== undefined,
        body.background ?? false,
        types(body).includes('thought'),
      ]),
      [
        [true, true, false],
        [false, true, true],
        [false, false, true],
        [false, false, false],
      ],
    );
    assert.deepEqual(refused, ['gemini-3.8-flash']);
  });
});

describe('a turn that ended early', () => {
  const under = serverUnderTest();

  it('does not send its unsigned thoughts as history, and keeps its signed ones', async () => {
    const steps = [
      { type: 'thought' as const, signature: 'c2lnbmVk' },
      { type: 'model_output' as const, content: [{ type: 'text' as const, text: 'Half' }] },
      { type: 'thought' as const, signature: '' },
    ];
    under.server.answerNext({ steps, ends: 'incomplete' });
    const { chat } = chatUnderTest(under.client);
    chat.setPrivate(true);
    await chat.send('First');
    assert.equal(chat.turns()[0]?.endedAs, 'incomplete');

    await chat.send('Second');

    const body = under.server.requests.at(-1)?.body as Body | undefined;
    assert.deepEqual(
      body?.input.map(({ type, signature }) => [type, signature]),
      [
        ['user_input', undefined],
        ['thought', 'c2lnbmVk'],
        ['model_output', undefined],
        ['user_input', undefined],
      ],
    );
  });
});
