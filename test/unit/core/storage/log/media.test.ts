import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../../../../src/core/base/json';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { withAnswerMedia, withoutAnswerMedia } from '../../../../../src/core/storage/log/answerBlobs';
import { contentWithMedia, contentWithoutMedia } from '../../../../../src/core/storage/log/contentBlobs';
import { deltaRecord, endRecord, turnRecord } from '../logUnderTest';

const name = (letter: string) => letter.repeat(64);
const long = 'A'.repeat(4_097);

/** Keeps blobs under names of their own, in the order they come. */
function keeper() {
  const kept: JsonObject[] = [];
  const keep = (blob: JsonObject) => Promise.resolve(name('abcdef'.charAt(kept.push(blob) - 1)));
  const read = (blob: string) => Promise.resolve(kept['abcdef'.indexOf(blob.charAt(0))]);
  return { kept, keep, read };
}

/** An object as many levels deeper, in objects and lists in turn. */
function deeper(value: JsonValue, levels: number): JsonObject {
  if (levels <= 1) return { within: value };
  return deeper(levels % 2 === 0 ? [value] : { value }, levels - 1);
}

const stepsOf = (record: ChatRecord) => (record.kind === 'end' ? record.end.steps : assert.fail());

describe('the media of an answer', () => {
  it('lie in files of their own from a length on, and leave their place', async () => {
    const { kept, keep } = keeper();
    const media = ['image', 'audio', 'video', 'document'].map((type) => ({ type, data: long, mime_type: 'x' }));
    const short = { type: 'image', data: long.slice(1), mime_type: 'x' };
    const record = await withoutAnswerMedia(endRecord('t', 'Hi', ...media, short), keep);

    assert.deepEqual(
      kept,
      media.map(() => ({ data: long })),
    );
    const content = Object(stepsOf(record)[0]).content;
    assert.deepEqual(content, [
      { type: 'text', text: 'Hi' },
      ...media.map(({ type }, index) => ({ type, blob: name('abcd'.charAt(index)), mime_type: 'x' })),
      short,
    ]);
    assert.deepEqual(Object.keys(content[1] ?? {}), ['type', 'blob', 'mime_type']);
  });

  it('stay where they are when they are none, or have a name already', async () => {
    const { kept, keep } = keeper();
    const others: readonly JsonObject[] = [
      { type: 'text', data: long },
      { data: long },
      { type: 'image', data: [long] },
      { type: 'image', data: long, blob: 'mine' },
    ];
    const record = endRecord('t', 'Hi', ...others);
    assert.deepEqual(await withoutAnswerMedia(record, keep), record);
    assert.deepEqual(kept, []);
  });

  it('are found twelve levels down and no deeper', async () => {
    const picture = { type: 'image', data: long };
    for (const [levels, count] of [
      [1, 1],
      [2, 1],
      [11, 1],
      [12, 1],
      [13, 0],
      [14, 0],
    ] as const) {
      const { kept, keep, read } = keeper();
      const step = deeper(picture, levels);
      const slim = await contentWithoutMedia('end', step, keep);
      assert.equal(kept.length, count, `${levels} levels`);
      assert.deepEqual(slim, deeper(count === 0 ? picture : { type: 'image', blob: name('a') }, levels));
      const filled = await withAnswerMedia(slim, read);
      assert.deepEqual(filled, count === 0 ? undefined : { content: step, isWhole: true });
    }
  });

  it('are taken out of pieces of an answer, which stay in their order', async () => {
    const { kept, keep } = keeper();
    const picture = { type: 'image', data: long };
    const events = [
      { id: 'v1' },
      { i: 0, start: { type: 'model_output', content: [picture] }, e: 'e1' },
      { i: 0, delta: picture, e: 'e2' },
      { i: 0, stop: true },
    ] as const;
    const record = await withoutAnswerMedia(deltaRecord('t', ...events), keep);
    assert.equal(kept.length, 2);
    assert.deepEqual(record, {
      kind: 'delta',
      turnId: 't',
      events: [
        events[0],
        { i: 0, start: { type: 'model_output', content: [{ type: 'image', blob: name('a') }] }, e: 'e1' },
        { i: 0, delta: { type: 'image', blob: name('b') }, e: 'e2' },
        events[3],
      ],
    });
  });

  it('of no other record are touched', async () => {
    const { keep } = keeper();
    const record = turnRecord('t');
    assert.equal(await withoutAnswerMedia(record, keep), record);
    const content = { data: long, type: 'image' };
    assert.equal(await contentWithoutMedia('title', content, keep), content);
    assert.equal(
      contentWithMedia('title', { type: 'image', blob: name('a') }, () => assert.fail()),
      undefined,
    );
  });

  it('are put in again under names that are names, where there is nothing yet', async () => {
    const { keep, read } = keeper();
    await keep({ data: 'AAAA' });
    const place = { type: 'image', blob: name('a'), mime_type: 'x' };
    const filled = await contentWithMedia('delta', { events: [{ i: 0, delta: place }] }, read);
    assert.deepEqual(filled, {
      content: { events: [{ i: 0, delta: { type: 'image', data: 'AAAA', mime_type: 'x' } }] },
      isWhole: true,
    });
    const others: readonly JsonObject[] = [
      { ...place, blob: name('A') },
      { ...place, blob: `${name('a')}a` },
      { ...place, blob: name('a').slice(1) },
      { ...place, blob: `x${name('a')}` },
      { ...place, blob: 7 },
      { ...place, data: '' },
      { ...place, type: 'text' },
    ];
    for (const other of others)
      assert.equal(contentWithMedia('end', { steps: [other] }, read), undefined, JSON.stringify(other));
  });

  it('lose their bytes alone where these are not there, cannot be read or are none', async () => {
    const place = { type: 'image', blob: name('a'), mime_type: 'x' };
    for (const read of [
      () => Promise.resolve(undefined),
      () => Promise.resolve({ data: 7 }),
      () => Promise.reject(new Error('EIO')),
    ])
      assert.deepEqual(await contentWithMedia('end', { steps: [{ content: [place, 'x'] }] }, read), {
        content: { steps: [{ content: [{ type: 'image', mime_type: 'x' }, 'x'] }] },
        isWhole: false,
      });
  });
});

describe('the media of a question', () => {
  const page = { kind: 'url', id: 'u', url: 'https://a.example' };
  const picture = { kind: 'media', id: 'p', data: 'AAAA', mimeType: 'image/png' };

  it('lie in files of their own, however short, and come back', async () => {
    const { kept, keep, read } = keeper();
    const content = { prompt: 'Hi', attachments: [picture, page], model: 'm' };
    const slim = await contentWithoutMedia('turn', content, keep);
    assert.deepEqual(kept, [{ data: 'AAAA' }]);
    assert.deepEqual(slim, {
      prompt: 'Hi',
      attachments: [{ kind: 'media', id: 'p', mimeType: 'image/png', blob: name('a') }, page],
      model: 'm',
    });
    assert.deepEqual(await contentWithMedia('turn', slim, read), { content, isWhole: true });
  });

  it('are none where nothing is attached', async () => {
    const { keep, read } = keeper();
    for (const content of [{ prompt: 'Hi' }, { prompt: 'Hi', attachments: [] }]) {
      assert.equal(await contentWithoutMedia('turn', content, keep), content);
      assert.equal(contentWithMedia('turn', content, read), undefined);
    }
    assert.equal(contentWithMedia('turn', { attachments: [page, { ...picture, blob: 7 }] }, read), undefined);
  });

  it('are left out alone where their bytes are not there', async () => {
    const { keep } = keeper();
    const slim = await contentWithoutMedia('turn', { prompt: 'Hi', attachments: [picture, page] }, keep);
    for (const read of [
      () => Promise.resolve(undefined),
      () => Promise.resolve({ data: 7 }),
      () => Promise.reject(new Error('EIO')),
    ])
      assert.deepEqual(await contentWithMedia('turn', slim, read), {
        content: { prompt: 'Hi', attachments: [page] },
        isWhole: false,
      });
  });
});
