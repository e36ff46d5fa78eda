import assert from 'node:assert/strict';
import { type RenewUpload, withRenewedUploads } from '../../../../src/core/chat/renewUploads';
import type { UploadAttachment } from '../../../../src/core/conversation/turn';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import { turnOf } from './ledgerUnderTest';

const now = 1_000;
const upload = (id: string, expiresAt: number): UploadAttachment => ({
  kind: 'upload',
  id,
  name: `${id}.mp4`,
  media: 'video',
  mimeType: 'video/mp4',
  size: 9,
  remote: { name: `files/${id}`, uri: `old/${id}`, expiresAt },
});
const renewed = (id: string) => ({ name: `files/${id}2`, uri: `new/${id}`, expiresAt: 9_999 });
const page = { kind: 'url', id: 'u', url: 'old/a' } as const;
const video = (uri: string) => ({ type: 'video', uri }) as const;
const words = { type: 'text', text: 'old/a' } as const;
const asked = (input: InteractionRequest['input'], history?: InteractionRequest['history']): InteractionRequest => ({
  model: 'm',
  store: true,
  input,
  ...(history && { history }),
});

/** Renews all but those that are named, and notes what it is asked for. */
function renewal(...lost: readonly string[]) {
  const names: string[] = [];
  const renew: RenewUpload = ({ id }) => {
    names.push(id);
    return Promise.resolve(lost.includes(id) ? undefined : renewed(id));
  };
  const run = (request: InteractionRequest, path: Parameters<typeof withRenewedUploads>[2]) =>
    withRenewedUploads(renew, request, path, now, new AbortController().signal);
  return { run, names };
}

describe('a request whose files are gone from Google', () => {
  const [gone, there] = [upload('a', now), upload('b', now + 1)];
  const first = turnOf('first', { attachments: [page, gone] });
  const second = turnOf('second', { attachments: [there] });

  it('names those that have run out by their new addresses, in the question and in the history', async () => {
    const { run, names } = renewal();
    const answer = { type: 'model_output', content: [video('old/a')] };
    const history = [
      { type: 'user_input', content: [words, video('old/a'), video('old/z')] },
      answer,
      { type: 'user_input' },
    ];
    const found = await run(asked([words, video('old/a'), video('old/b')], history), [first, second]);
    assert.deepEqual(names, ['a']);
    assert.deepEqual(found?.request, {
      model: 'm',
      store: true,
      input: [words, video('new/a'), video('old/b')],
      history: [
        { type: 'user_input', content: [words, video('new/a'), video('old/z')] },
        answer,
        { type: 'user_input' },
      ],
    });
    assert.deepEqual(found.turns, [{ ...first, attachments: [page, { ...gone, remote: renewed('a') }] }]);
  });

  it('has all of them renewed where none has run out, since the service does not say which it lacks', async () => {
    const { run, names } = renewal();
    const both = turnOf('both', { attachments: [upload('c', now + 1), there] });
    const found = await run(asked([video('old/b'), video('old/c')]), [both]);
    assert.deepEqual(names, ['c', 'b']);
    assert.deepEqual(found?.request, asked([video('new/b'), video('new/c')]));
    assert.equal(found.turns.length, 1);
  });

  it('has a file renewed once that several questions have', async () => {
    const { run, names } = renewal();
    const again = turnOf('again', { attachments: [gone] });
    const found = await run(asked([video('old/a')]), [first, again]);
    assert.deepEqual(names, ['a']);
    assert.deepEqual(
      found?.turns.map(({ id }) => id),
      ['first', 'again'],
    );
  });

  it('leaves alone what the request does not name, and is nothing where it names none', async () => {
    const { run, names } = renewal();
    assert.equal(await run(asked([words]), [first, second]), undefined);
    assert.equal(await run(asked([video('old/z')]), [first, second]), undefined);
    assert.equal(await run(asked([words], [{ type: 'user_input', content: [video('old/z')] }]), [first]), undefined);
    assert.equal(await run(asked([words], [{ type: 'model_output', content: [video('old/a')] }]), [first]), undefined);
    assert.deepEqual(names, []);
    const found = await run(asked([words], [{ type: 'user_input', content: [video('old/a')] }]), [first, second]);
    assert.deepEqual([names, found?.turns.length], [['a'], 1]);
  });

  it('has the new address alone of the file that has run out, where a question has several', async () => {
    const { run } = renewal();
    const both = turnOf('both', { attachments: [gone, there] });
    const found = await run(asked([video('old/a'), video('old/b')]), [both]);
    assert.deepEqual(found?.turns, [{ ...both, attachments: [{ ...gone, remote: renewed('a') }, there] }]);
  });

  it('is nothing where one of them is not there any more', async () => {
    const { run } = renewal('a');
    assert.equal(await run(asked([video('old/a')]), [first]), undefined);
    const both = turnOf('both', { attachments: [gone, upload('c', now)] });
    assert.equal(await run(asked([video('old/a'), video('old/c')]), [both]), undefined);
  });
});
