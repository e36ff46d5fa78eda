import assert from 'node:assert/strict';
import MarkdownIt, { type Token } from 'markdown-it';
import { type ChatMarkdownWords, chatMarkdown } from '../../../../src/core/conversation/chatMarkdown';
import { attachmentLabel } from '../../../../src/core/conversation/input';
import type { Attachment, Turn } from '../../../../src/core/conversation/turn';
import { budget } from '../../../budget';
import { hostileAddresses } from '../../../panel/hostileAddresses';
import { hostileCode } from '../../../panel/hostileCode';
import { hostileMarkdown } from '../../../panel/hostileMarkdown';
import { hostileTexts } from '../../../panel/hostileTexts';

const words: ChatMarkdownWords = {
  question: 'You',
  answer: 'Gemini',
  sources: 'Sources',
  page: (page) => `page ${page}`,
  media: 'A picture is not part of this file.',
  attachment: (attachment) => `${attachmentLabel(attachment)}:`,
  note: () => 'Stopped.',
};

/** Reads as the preview of VS Code does, which takes HTML for HTML. */
const preview = new MarkdownIt({ html: true, linkify: true });

/** The text in every place of a chat that a file of it shows. */
function exported(text: string): string {
  const file = { id: 'c', uri: '', path: text, languageId: text, text };
  const attachments: readonly Attachment[] = [
    { kind: 'code', ...file, startLine: 1, endLine: 1 },
    { kind: 'file', ...file },
    { kind: 'media', id: 'm', name: text, media: 'image', mimeType: text, data: text },
    { kind: 'url', id: 'u', url: text },
    { kind: 'url', id: 'w', url: `https://a.test/${text}` },
  ];
  const turn: Turn = {
    id: 'a',
    parentId: undefined,
    createdAt: 5,
    prompt: text,
    attachments,
    model: 'm',
    status: 'stopped',
    interactionId: undefined,
    steps: [],
    parts: [
      { kind: 'thought', text },
      {
        kind: 'text',
        text,
        citations: [
          { type: 'url', title: text, url: `https://a.test/${text}`, start: 0, end: 1 },
          { type: 'url', title: '', url: `https://b.test/${text}`, start: 0, end: 1 },
          { type: 'url', title: 'Title', url: text, start: 0, end: 1 },
        ],
      },
      { kind: 'toolCall', step: text, id: text, name: text, arguments: { text }, argumentsText: text },
      { kind: 'toolResult', step: text, callId: text, name: text, result: text, isError: false },
      { kind: 'media', media: 'image', mimeType: text, data: text },
    ],
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  };
  return chatMarkdown(text, [turn], words);
}

function all(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...all(token.children ?? [])]);
}

describe('A chat with hostile texts, as a Markdown file in a preview', function () {
  this.timeout(60_000);
  const address = 'http://canary.test';
  // The few that are longer take most of the time.
  const longest = budget(20_000, 9_000);
  const texts = [
    ...[hostileTexts, hostileAddresses, hostileMarkdown].flatMap((textsFor) => textsFor(address)),
    ...hostileCode(),
  ].filter(({ length }) => length < longest);

  /** What the preview makes of each. To parse them takes seconds. */
  let parsed: readonly { readonly text: string; readonly tokens: readonly Token[] }[];
  before(() => {
    parsed = texts.map((text) => ({ text, tokens: preview.parse(exported(text), {}) }));
  });
  after(() => {
    parsed = [];
  });

  it('loads nothing and holds no HTML', () => {
    assert.ok(texts.length >= 150);
    for (const { text, tokens: blocks } of parsed) {
      const tokens = all(blocks);
      const loaded = tokens.filter(({ type }) => type === 'image');
      const html = tokens.filter(({ type }) => type === 'html_block' || type === 'html_inline');
      assert.deepEqual(
        [...loaded, ...html].map(({ type, content }) => `${type} ${content}`),
        [],
        text.slice(0, 500),
      );
    }
  });

  it('keeps its own headings, whatever stands between them', () => {
    // The preview's parser leaves out what is behind so many lists in each other, wherever it stands.
    for (const { text, tokens } of parsed.filter((one) => !one.text.includes('- '.repeat(100)))) {
      const headings = tokens.flatMap(({ type, tag }, at) =>
        type === 'heading_open' && (tag === 'h1' || tag === 'h2') ? [`${tag} ${tokens[at + 1]?.content ?? ''}`] : [],
      );
      assert.deepEqual(headings.slice(-2), ['h2 You', 'h2 Gemini'], text.slice(0, 500));
      assert.ok(headings.length <= 3, text.slice(0, 500));
    }
  });
});
