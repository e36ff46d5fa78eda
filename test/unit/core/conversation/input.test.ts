import assert from 'node:assert/strict';
import { historyOf } from '../../../../src/core/conversation/history';
import { attachmentLabel, fenced, hasWebPage, inputOf, isYouTube } from '../../../../src/core/conversation/input';
import { type Attachment, newTurn } from '../../../../src/core/conversation/turn';

const file = { uri: 'file:///a.ts', path: 'src/a.ts', languageId: 'typescript', text: 'a();\n```\n' };
const attachments: readonly Attachment[] = [
  { kind: 'code', id: '1', ...file, startLine: 3, endLine: 9 },
  { kind: 'code', id: '2', ...file, startLine: 3, endLine: 3, text: 'b' },
  { kind: 'file', id: '3', ...file },
  { kind: 'media', id: '4', name: 'c.png', media: 'image', mimeType: 'image/png', data: 'AAAA' },
  { kind: 'media', id: '5', name: 'd.pdf', media: 'document', mimeType: 'application/pdf', data: 'BBBB' },
  { kind: 'url', id: '6', url: 'https://e.example' },
  {
    kind: 'upload',
    id: '7',
    name: 'f.mp4',
    media: 'video',
    mimeType: 'video/mp4',
    size: 30_000_000,
    remote: { name: 'files/f', uri: 'https://g.example/v1/files/f', expiresAt: 9 },
  },
];

describe('what goes along with a question', () => {
  it('comes before it: text in a fence, media as it is, a page by its address', () => {
    assert.deepEqual(inputOf({ prompt: 'Why?', attachments }), [
      { type: 'text', text: 'src/a.ts, lines 3-9:\n````typescript\na();\n```\n````' },
      { type: 'text', text: 'src/a.ts, lines 3-3:\n```typescript\nb\n```' },
      { type: 'text', text: 'src/a.ts:\n````typescript\na();\n```\n````' },
      { type: 'image', mimeType: 'image/png', data: 'AAAA' },
      { type: 'document', mimeType: 'application/pdf', data: 'BBBB' },
      { type: 'text', text: 'Web page: https://e.example' },
      { type: 'video', mimeType: 'video/mp4', uri: 'https://g.example/v1/files/f' },
      { type: 'text', text: 'Why?' },
    ]);
  });

  it('goes alone where the question has no words', () => {
    const picture = { type: 'image', mimeType: 'image/png', data: 'AAAA' };
    assert.deepEqual(inputOf({ prompt: ' ', attachments: attachments.slice(3, 4) }), [picture]);
    assert.deepEqual(inputOf({ prompt: ' ', attachments: [] }), [{ type: 'text', text: ' ' }]);
  });

  it('is a video where the page is one of YouTube, and else asks for the tool that reads pages', () => {
    const page = (url: string): Attachment => ({ kind: 'url', id: 'u', url });
    const video = 'https://www.youtube.com/watch?v=9hE5-98ZeCg';
    assert.deepEqual(inputOf({ prompt: 'Why?', attachments: [page(video)] })[0], { type: 'video', uri: video });
    assert.equal(hasWebPage({ attachments: [page(video)] }), false);
    assert.equal(hasWebPage({ attachments: attachments.filter(({ kind }) => kind !== 'url') }), false);
    assert.equal(hasWebPage({ attachments: [page(video), page('https://e.example')] }), true);

    const videos = ['https://youtu.be/9hE5-98ZeCg', 'https://m.youtube.com/watch?app=m&v=9hE5-98ZeCg', `${video}&t=3`];
    assert.deepEqual(videos.filter(isYouTube), videos);
    const others = [
      'https://www.youtube.com/@google',
      'https://youtube.com.evil.example/watch?v=9hE5-98ZeCg',
      'https://evil.example/https://youtu.be/9hE5-98ZeCg',
      'http://youtu.be/9hE5-98ZeCg',
    ];
    assert.deepEqual(others.filter(isYouTube), []);
  });

  it('is in wire form where it is part of the history', () => {
    const place = { id: 't', parentId: undefined, createdAt: 5, model: 'm' };

    assert.deepEqual(historyOf([newTurn({ prompt: 'Why?', attachments: attachments.slice(3, 4) }, place)]), [
      {
        type: 'user_input',
        content: [
          { type: 'image', data: 'AAAA', mime_type: 'image/png' },
          { type: 'text', text: 'Why?' },
        ],
      },
    ]);
  });

  it('is named for people', () => {
    assert.deepEqual(attachments.map(attachmentLabel), [
      'src/a.ts:3-9',
      'src/a.ts:3',
      'src/a.ts',
      'c.png',
      'd.pdf',
      'https://e.example',
      'f.mp4',
    ]);
  });

  it('is the address of one video, in any of its forms', () => {
    const videos = [
      'youtube.com/watch?v=abcdef',
      'www.youtube.com/shorts/abcdef',
      'm.youtube.com/live/abc_e-',
      'youtu.be/abcdef',
    ];
    for (const video of videos) assert.ok(isYouTube(`HTTPS://${video}`), video);
    for (const other of [
      ...['youtube.com/watch?v=abcde', 'youtube.com/watch?xv=abcdef', 'youtube.com/channel/abcdef', 'youtu.be/'],
      ...['x.youtube.com/shorts/abcdef', 'youtubeXcom/shorts/abcdef', 'youtu.be.example/abcdef'],
    ]) {
      assert.ok(!isYouTube(`https://${other}`), other);
    }
  });

  it('stands in a fence that is longer than any in it, on lines of its own', () => {
    assert.equal(fenced('a', 'ts'), '```ts\na\n```');
    assert.equal(fenced('a\n', ''), '```\na\n```');
    assert.equal(fenced('``', ''), '```\n``\n```');
    assert.equal(fenced('````` ```', ''), '``````\n````` ```\n``````');
  });
});
