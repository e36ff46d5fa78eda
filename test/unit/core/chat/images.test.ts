import assert from 'node:assert/strict';
import { readAnswerMedium } from '../../../../src/core/attachments/answerMedium';
import { pictureSizeOf } from '../../../../src/core/attachments/pictureSize';
import { systemClock } from '../../../../src/core/base/clock';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import type { Turn } from '../../../../src/core/conversation/turn';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { partsUnderTest, textOf } from './chatUnderTest';

const model = 'gemini-nano-banana-2.1';
const wide = { model, image: { ratio: '16:9', size: '512' } } as const;
const format = (fields: object = {}) => [
  { type: 'text' },
  { type: 'image', mime_type: 'image/jpeg', delivery: 'inline', ...fields },
];

describe('A question for a picture', () => {
  const under = serverUnderTest();
  let store: MemoryChatRecords;
  let errors: unknown[];
  let chat: ChatSession;

  beforeEach(() => {
    store = new MemoryChatRecords();
    errors = [];
    chat = new ChatSession(partsUnderTest(under.client, store, errors, { clock: systemClock }), 'chat');
  });
  afterEach(() => {
    chat.dispose();
    assert.deepEqual(errors, []);
  });

  const bodies = () => under.server.requests.map(({ body }) => body as Readonly<Record<string, unknown>>);
  const formats = () => bodies().map((body) => [body.model, body.response_format]);
  const pictures = (turn: Turn | undefined) =>
    turn?.parts.flatMap((part) => (part.kind === 'media' ? [part] : [])) ?? [];

  it('says how it is to be, and nothing that is for words', async () => {
    chat.choose({ tools: ['codeExecution'], thinking: 'low' });
    await chat.send('A kiosk\n\nMake 2 different images.', [], wide);

    const { response_format, tools, generation_config, system_instruction } = bodies()[0] ?? {};
    assert.deepEqual(response_format, format({ aspect_ratio: '16:9', image_size: '512' }));
    assert.deepEqual([tools, generation_config, system_instruction], [undefined, undefined, undefined]);
    const made = pictures(chat.turns()[0]);
    assert.equal(made.length, 2);
    const medium = readAnswerMedium('image', made[0]?.data);
    assert.ok(typeof medium === 'object');
    assert.equal(medium.mimeType, 'image/jpeg');
    assert.deepEqual(pictureSizeOf(medium.bytes), { width: 512, height: 288 });
  });

  it('is asked again in the same way, also after a reload, and the chat keeps its model', async () => {
    const usual = chat.model;
    await chat.send('A kiosk', [], wide);
    const first = chat.turns()[0]?.id ?? '';
    await chat.retry(first);
    const saved = await store.load('chat');
    const reloaded = new ChatSession(
      partsUnderTest(under.client, store, errors, { clock: systemClock }),
      'chat',
      saved,
    );
    await reloaded.askInstead(first, 'A harbour');
    reloaded.dispose();

    assert.equal(chat.model, usual);
    const asked = [model, format({ aspect_ratio: '16:9', image_size: '512' })];
    assert.deepEqual(formats(), [asked, asked, asked]);
  });

  it('goes without its format to a model for words, and the next question to the model of the chat', async () => {
    await chat.send('A kiosk', [], wide);
    await chat.retry(chat.turns()[0]?.id ?? '', { model: 'gemini-3.8-flash' });
    assert.equal(chat.turns()[0]?.image, undefined);
    await chat.send('And now in words');
    assert.deepEqual(
      formats().slice(1),
      [1, 2].map(() => ['gemini-3.8-flash', undefined]),
    );
  });

  it('may be any question to a model that was chosen for the chat', async () => {
    chat.setModel(model);
    await chat.send('A kiosk');
    assert.deepEqual(formats(), [[model, format()]]);
    assert.equal(pictures(chat.turns()[0]).length, 1);
  });

  it('may be answered with words, and with bytes that are no picture', async () => {
    await chat.send('Only words please', [], wide);
    assert.match(textOf(chat.turns()[0]), /describe it/);
    await chat.send('A fake picture', [], wide);
    const [fake] = pictures(chat.turns()[1]);
    assert.equal(chat.turns()[1]?.status, 'done');
    assert.equal(readAnswerMedium('image', fake?.data), 'fake');
  });
});
