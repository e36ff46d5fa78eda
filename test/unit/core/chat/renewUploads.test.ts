import assert from 'node:assert/strict';
import type { RenewUpload } from '../../../../src/core/chat/renewUploads';
import type { UploadAttachment } from '../../../../src/core/conversation/turn';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest } from './chatUnderTest';

const gone = {
  status: 403,
  body: {
    error: {
      code: 'permission_denied',
      message: 'You do not have permission to access the File film or it may not exist.',
    },
  },
};
const film: UploadAttachment = {
  kind: 'upload',
  id: 'v',
  name: 'film.mp4',
  media: 'video',
  mimeType: 'video/mp4',
  size: 30_000_000,
  uri: 'file:///film.mp4',
  remote: { name: 'files/film', uri: 'https://youtu.be/film-before', expiresAt: 1 },
};
/** An address that the local server takes without a file. */
const fresh = { name: 'files/film2', uri: 'https://youtu.be/film-after', expiresAt: 9_999_999_999_999 };

describe('a file that Google no longer has', () => {
  const under = serverUnderTest();
  const urisAsked = () =>
    under.server.requests.map(({ body }) =>
      [...JSON.stringify(body).matchAll(/film-(before|after)/g)].map(([, at]) => at),
    );

  it('is uploaded again and asked with once, and its new address is written down', async () => {
    const renewed: string[] = [];
    const renewUpload: RenewUpload = ({ name }) => {
      renewed.push(name);
      return Promise.resolve(fresh);
    };
    const { chats, store } = chatsUnderTest(under.client, undefined, { renewUpload });
    under.server.answerNext(gone);
    await chats.current.send('What happens in it?', [film]);

    const [turn] = chats.current.turns();
    assert.equal(turn?.status, 'done');
    assert.deepEqual(renewed, ['film.mp4']);
    assert.deepEqual(urisAsked(), [['before'], ['after']]);
    assert.deepEqual(turn.attachments, [{ ...film, remote: fresh }]);

    const after = chatsUnderTest(under.client, store);
    await after.chats.restore();
    assert.deepEqual(after.chats.current.turns()[0]?.attachments, [{ ...film, remote: fresh }]);
    assert.equal(after.chats.current.turns()[0]?.status, 'done');
  });

  it('is also renewed where it was asked about before, and the chat stays at its last question', async () => {
    const { chats } = chatsUnderTest(under.client, undefined, { renewUpload: () => Promise.resolve(fresh) });
    const { current } = chats;
    current.setPrivate(true);
    await current.send('What happens in it?', [film]);
    under.server.answerNext(gone);
    await current.send('And then?');

    assert.deepEqual(urisAsked(), [['before'], ['before'], ['after']]);
    assert.deepEqual(
      current.turns().map(({ status, attachments }) => [status, attachments.length]),
      [
        ['done', 1],
        ['done', 0],
      ],
    );
  });

  it('is told of where it cannot be uploaded again, and is tried once', async () => {
    const ways: readonly (readonly [renewUpload: RenewUpload, requests: number])[] = [
      [() => Promise.resolve(undefined), 1],
      [() => Promise.reject(new Error('no disk')), 1],
      [() => Promise.resolve(fresh), 2],
    ];
    for (const [renewUpload, requests] of ways) {
      const before = under.server.requests.length;
      const { chat } = chatUnderTest(under.client, { renewUpload });
      for (let times = 0; times < requests; times += 1) under.server.answerNext(gone);
      await chat.send('What happens in it?', [film]);
      const [turn] = chat.turns();
      assert.deepEqual([turn?.failure?.reason, turn?.failure?.code], ['attachmentRefused', 'expired']);
      assert.equal(under.server.requests.length, before + requests);
    }
  });

  it('stops being uploaded with the question', async () => {
    const { chat } = chatUnderTest(under.client, {
      renewUpload: (_upload, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          chat.stop();
        }),
    });
    under.server.answerNext(gone);
    await chat.send('What happens in it?', [film]);
    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.equal(under.server.requests.length, 1);
  });
});
