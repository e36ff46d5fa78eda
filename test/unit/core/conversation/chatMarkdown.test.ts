import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { answerMarkdown, type ChatMarkdownWords, chatMarkdown } from '../../../../src/core/conversation/chatMarkdown';
import { attachmentLabel } from '../../../../src/core/conversation/input';
import type { Turn } from '../../../../src/core/conversation/turn';
import { parser } from '../../../../src/markdown/parser';
import { budget, runSeed } from '../../../budget';

const words: ChatMarkdownWords = {
  question: 'You',
  answer: 'Gemini',
  sources: 'Sources',
  page: (page) => `page ${page}`,
  media: 'A picture is not part of this file.',
  attachment: (attachment) => `${attachmentLabel(attachment)}:`,
  note: ({ status }) => (status === 'stopped' ? 'Stopped before the end.' : undefined),
};

/** Reads as the preview of VS Code does. */
const preview = new MarkdownIt({ html: true, linkify: true });

function turn(prompt: string, ...parts: Turn['parts']): Turn {
  return {
    id: 'a',
    parentId: undefined,
    createdAt: 5,
    prompt,
    attachments: [],
    model: 'gemini-3.8-flash',
    status: 'done',
    interactionId: undefined,
    steps: [],
    parts,
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  };
}

const text = (text: string) => ({ kind: 'text' as const, text });

/** What becomes of an answer of these lines, without the frame around it. */
function answerOf(...lines: readonly string[]): readonly string[] {
  const all = chatMarkdown('T', [turn('Q', text(lines.join('\n')))], words);
  return all.slice(all.indexOf('## Gemini\n\n') + '## Gemini\n\n'.length, -1).split('\n');
}

describe('a chat as Markdown', () => {
  it('has its turns under their headings, with code, sources and how they ended', () => {
    const code = {
      kind: 'code' as const,
      id: 'c',
      uri: 'file:///a.ts',
      path: 'src/a_b.ts',
      languageId: 'typescript',
      startLine: 3,
      endLine: 4,
    };
    const first: Turn = {
      ...turn(
        'Why?',
        { kind: 'thought', text: 'Hm' },
        { kind: 'toolCall', step: 'google_search_call', id: '', name: '', arguments: { queries: ['q'] } },
        {
          ...text('Because it is '),
          citations: [
            { type: 'url', title: 'A [page]', url: 'https://a.example/x', start: 0, end: 7 },
            { type: 'url', title: '', url: 'javascript:x', start: 0, end: 7 },
            { type: 'place', name: 'B (Café)', url: 'https://maps.example/b', placeId: 'places/b', start: 0, end: 7 },
            { type: 'file', name: 'c_d.pdf', uri: 'fileSearchStores/g/documents/c', page: 7, start: 0, end: 7 },
          ],
        },
        text('**so**.\n'),
        { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' },
      ),
      attachments: [{ ...code, text: 'a();\n```\nb();' }],
    };
    const second: Turn = { ...turn('And?', text('It')), status: 'stopped' };

    assert.equal(
      chatMarkdown('About *stars*', [first, second], words),
      [
        '# About \\*stars\\*',
        '## You',
        'Why?',
        'src/a\\_b.ts:3-4:',
        '````typescript\na();\n```\nb();\n````',
        '## Gemini',
        'Because it is **so**.',
        '*A picture is not part of this file.*',
        '**Sources**',
        '1. [A \\[page\\]](<https://a.example/x>)\n2. javascript:x\n3. [B (Café)](<https://maps.example/b>) (Google Maps)\n4. c\\_d.pdf, page 7',
        '## You',
        'And?',
        '## Gemini',
        'It',
        '*Stopped before the end.*\n',
      ].join('\n\n'),
    );
  });

  it('holds the text of files that went along, and says that there was a picture or a page', () => {
    const asked: Turn = {
      ...turn('See?', text('Yes')),
      attachments: [
        { kind: 'file', id: 'f', uri: 'file:///b.md', path: 'b.md', languageId: 'markdown', text: '# b' },
        { kind: 'media', id: 'm', name: 'c.png', media: 'image', mimeType: 'image/png', data: 'AAAA' },
        { kind: 'url', id: 'u', url: 'https://d.example/?q=1' },
      ],
    };

    const lines = chatMarkdown('T', [asked], words).split('\n\n');

    assert.deepEqual(lines.slice(2, 8), [
      'See?',
      'b.md:',
      '```markdown\n# b\n```',
      'c.png:',
      '*A picture is not part of this file.*',
      '[https\\://d.example/?q=1:](<https://d.example/?q=1>)',
    ]);
  });

  it('names an upload and says that it is not in the document, and takes no more than a name as the language', () => {
    const code = { kind: 'file' as const, id: 'f', uri: 'file:///b', path: 'b', text: 'b' };
    const asked: Turn = {
      ...turn(' ', text('\n \n  Yes\n\n'), { kind: 'unknown', text: '{}' }),
      attachments: [
        {
          ...{ kind: 'upload', id: 'v', name: 'v.mp4', media: 'video', mimeType: 'video/mp4', size: 9 },
          remote: { name: 'files/v', uri: 'https://g.example/v', expiresAt: 9 },
        },
        ...['c++', 'objective-c', 'a b\n```', ''].map((languageId) => ({ ...code, languageId })),
      ],
    };

    assert.deepEqual(chatMarkdown('T', [asked], words).split('\n\n'), [
      '# T',
      '## You',
      'v.mp4:',
      '*A picture is not part of this file.*',
      ...['c++', 'objective-c', 'a', ''].flatMap((language) => ['b:', `\`\`\`${language}\nb\n\`\`\``]),
      '## Gemini',
      '  Yes\n',
    ]);
  });

  it('keeps headings of an answer below its own, underlined ones too', () => {
    assert.deepEqual(answerOf('# One', '##### Five', 'Text', '===', 'Text', '---', '> # Quoted', '#tag'), [
      '### One',
      '###### Five',
      '### Text',
      '#### Text',
      '> ### Quoted',
      '#tag',
    ]);
  });

  it('keeps what one turn defines apart from what another one does', () => {
    const asked = turn('[a]: https://a.test\n\n[a]', text('[a] and x[^1]\n\n[^1]: note'));
    assert.deepEqual(chatMarkdown('T', [asked, turn('[a]')], words).split('\n\n'), [
      '# T',
      '## You',
      '[1q-A]: https://a.test',
      '[a][1q-a]',
      '## Gemini',
      '[a] and x[^1a1-1]',
      '[^1a1-1]: note',
      '## You',
      '[a]',
      '## Gemini\n',
    ]);
  });

  it('is one document of these headings, whatever was asked and answered', () => {
    const bits = [
      '```',
      '~~~',
      '`',
      '# ',
      '## You',
      '===',
      '---',
      '- ',
      '1. ',
      '   ',
      '\n',
      '\n\n',
      '<b>',
      '![',
      '$$',
      'word',
      '>',
      '|',
    ];
    const anything = fc.oneof(
      fc.array(fc.constantFrom(...bits), { maxLength: 20 }).map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    );
    const seed = runSeed;
    fc.assert(
      fc.property(anything, anything, anything, (title, prompt, answer) => {
        const attachment = {
          kind: 'code' as const,
          id: 'c',
          uri: '',
          path: prompt,
          languageId: answer,
          startLine: 1,
          endLine: 1,
          text: title,
        };
        const only: Turn = { ...turn(prompt, text(answer)), attachments: [attachment] };
        const written = chatMarkdown(title, [only, turn('Z')], words);
        for (const reader of [preview, parser]) {
          const tokens = reader.parse(written, {});
          const headings = tokens.flatMap(({ type, tag }, at) =>
            type === 'heading_open' && tag < 'h3' ? [`${tag} ${tokens[at + 1]?.content}`] : [],
          );
          assert.match(headings.shift() ?? '', /^h1/, `seed ${seed}`);
          assert.deepEqual(headings, ['h2 You', 'h2 Gemini', 'h2 You', 'h2 Gemini'], `seed ${seed}`);
        }
      }),
      { numRuns: budget(2_000) },
    );
  });

  it('takes no longer for hostile text than for long text', () => {
    const hostile = ['](', '//`', '<http://', '$$ ', '` ', '[a]: ', '- ', '# ', '\t', '!'].map((bit) =>
      bit.repeat(budget(20_000, 8_000)),
    );
    const began = process.cpuUsage();
    for (const part of hostile) chatMarkdown(part, [turn(part, text(part))], words);
    assert.ok(process.cpuUsage(began).user < budget(10_000_000, 4_000_000));
  });
});

describe('an answer to be copied', () => {
  it('is what the model wrote, in one piece', () => {
    const citation = { type: 'url' as const, title: 'A', url: 'https://a.example', start: 0, end: 1 };
    const parts = [
      { kind: 'thought' as const, text: 'Hm' },
      { ...text('# One\n```\n'), citations: [citation] },
      text('<b>\n```\n'),
      { kind: 'toolCall' as const, step: 'code_execution_call', id: '', name: '', arguments: {} },
      text('\n\n  Two'),
    ];
    assert.equal(answerMarkdown(turn('Q', ...parts)), '# One\n```\n<b>\n```\n\n  Two');
    assert.equal(answerMarkdown(turn('Q')), '');
  });
});
