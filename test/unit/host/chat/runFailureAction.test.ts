import assert from 'node:assert/strict';
import { PendingAttachments } from '../../../../src/core/chat/pendingAttachments';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { runFailureAction } from '../../../../src/host/chat/runFailureAction';
import type { PanelFact } from '../../../../src/protocol/messages';
import { chatUnderTest, usualAnswering } from '../../core/chat/chatUnderTest';
import { serverUnderTest } from '../../gemini/serverUnderTest';

const json = { 'content-type': 'application/json' };
const refusal = (message: string) => ({
  status: 400,
  body: { error: { code: 'invalid_request', message } },
  headers: json,
});
const picture: Attachment = {
  kind: 'media',
  id: 'p',
  name: 'p.png',
  media: 'image',
  mimeType: 'image/png',
  data: 'AAAA',
};

describe('the button under a failed turn', () => {
  const under = serverUnderTest();

  function begin() {
    const { chat, failures } = chatUnderTest(under.client, {
      answering: () => ({ ...usualAnswering, tools: ['codeExecution'] }),
    });
    const pending = new PendingAttachments();
    const posted: PanelFact[] = [];
    const panel = { session: chat, post: (fact: PanelFact) => void posted.push(fact) };
    return { chat, failures, pending, posted, panel };
  }

  it('asks again without tools where the model refuses one, and they stay off in this chat', async () => {
    const { chat, failures, pending, panel } = begin();
    under.server.answerNext(refusal('Code execution is not enabled for models/m'));
    await chat.send('What is 2 + 2?');
    assert.equal(failures[0]?.reason, 'toolRefused');

    await runFailureAction(pending, panel, chat.turns()[0]?.id ?? '', 'withoutTools');

    const [first, second] = under.server.requests.map(({ body }) => body);
    assert.ok(first && JSON.stringify(first).includes('code_execution'));
    assert.ok(second && !JSON.stringify(second).includes('code_execution'));
    assert.equal(chat.turns()[0]?.status, 'done');
    assert.deepEqual(chat.answering.tools, []);
  });

  it('puts a question and what is attached back where they can be changed', async () => {
    const { chat, failures, pending, posted, panel } = begin();
    under.server.answerNext(refusal('Unable to process input image. Please retry.'));
    await chat.send('What is this?', [picture]);
    assert.equal(failures[0]?.reason, 'attachmentRefused');

    await runFailureAction(pending, panel, chat.turns()[0]?.id ?? '', 'takeBack');

    assert.deepEqual(pending.of(chat.chatId), [picture]);
    assert.deepEqual(posted, [{ type: 'promptReturned', prompt: 'What is this?' }]);
    assert.equal(under.server.requests.length, 1);
  });
});
