import assert from 'node:assert/strict';
import { utf8Length } from '../../../../src/core/base/utf8';
import { answerWithFootnotes } from '../../../../src/core/conversation/answerFootnotes';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import type { Citation } from '../../../../src/parts/citation';
import { answerOf, sampleEvents } from './answerUnderTest';

function citing(text: string, words: string, site: string): Citation {
  const end = text.indexOf(words) + words.length;
  return {
    type: 'url',
    title: `Title of ${site}`,
    url: `https://${site}.example/`,
    start: 0,
    end: utf8Length(text.slice(0, end)),
  };
}

const text = (words: string, ...citations: readonly Citation[]): AnswerPart => ({
  kind: 'text',
  text: words,
  citations,
});

const words = { page: (page: number) => `page ${page}` };

describe('answerWithFootnotes', () => {
  it('has a mention where the words end that a page supports, and the pages at the end', () => {
    const asked = 'Über 🎉 it. Then more.\n\n- 東京は首都です。\n';
    const parts = [
      { kind: 'thought', text: 'Hm' } as const,
      text(asked, citing(asked, 'it.', 'a'), citing(asked, 'it.', 'b'), citing(asked, '首都です。', 'a')),
    ];

    assert.equal(
      answerWithFootnotes({ parts }, words),
      [
        'Über 🎉 it.[^source-1][^source-2] Then more.',
        '',
        '- 東京は首都です。[^source-1]',
        '',
        '[^source-1]: [Title of a](<https://a.example/>)',
        '[^source-2]: [Title of b](<https://b.example/>)',
      ].join('\n'),
    );
  });

  it('writes nothing into code', () => {
    const code = 'Look.\n\n```js\nlet a = 1;\n```\n\nSo.';

    const written = answerWithFootnotes(
      { parts: [text(code, citing(code, 'a = 1;', 'a'), citing(code, 'So.', 'a'))] },
      words,
    );

    assert.match(written, /```js\nlet a = 1;\n```\n\nSo\.\[\^source-1\]/);
  });

  it('has files with their page, and places with where they come from', () => {
    const said = '🌿 Basilikum steht in 東京. Noch einmal. Und dort.';
    const at = (until: string) => ({ start: 0, end: utf8Length(said.slice(0, said.indexOf(until) + until.length)) });
    const file = { type: 'file', name: 'herbs_1.pdf', uri: 'fileSearchStores/g/documents/h' } as const;
    const parts = [
      text(
        said,
        { ...file, page: 7, ...at('東京.') },
        { ...file, page: 8, ...at('einmal.') },
        { ...file, path: 'guide/herbs_1.pdf', page: 7, ...at('einmal.') },
        {
          type: 'place',
          name: 'Café [Tōkyō]',
          url: 'https://maps.example/?cid=1',
          placeId: 'places/1',
          ...at('東京.'),
        },
        { type: 'place', name: 'Nowhere', url: '', placeId: 'https://b.example/', ...at('dort.') },
        { type: 'place', name: '', url: '', placeId: '', ...at('dort.') },
      ),
    ];

    assert.equal(
      answerWithFootnotes({ parts }, words),
      [
        '🌿 Basilikum steht in 東京.[^source-1][^source-3] Noch einmal.[^source-1][^source-2] Und dort.[^source-4]',
        '',
        '[^source-1]: herbs\\_1.pdf, page 7',
        '[^source-2]: herbs\\_1.pdf, page 8',
        '[^source-3]: [Café \\[Tōkyō\\]](<https://maps.example/?cid=1>) (Google Maps)',
        '[^source-4]: Nowhere (Google Maps)',
      ].join('\n'),
    );
  });

  it('says the same of an answer that came in pieces', () => {
    const { parts } = answerOf(sampleEvents('31-every-other-type'));

    const lines = answerWithFootnotes({ parts }, words).split('\n');

    assert.ok(
      lines.includes('They come from the Canal Nursery[^source-1], as suppliers.pdf says[^source-2].'),
      lines.join('\n'),
    );
    assert.deepEqual(lines.slice(-2), [
      '[^source-1]: [Canal Nursery](<https://maps.example/?cid=31>) (Google Maps)',
      '[^source-2]: suppliers.pdf, page 3',
    ]);
  });

  it('is the words alone where nothing is cited', () => {
    assert.equal(answerWithFootnotes({ parts: [text('So it is.\n')] }, words), 'So it is.');
    assert.equal(answerWithFootnotes({ parts: [] }, words), '');
  });

  it('has no mention in code of any kind, and one right behind it', () => {
    const code = 'One.\n\n    let a = 1;\n\nTwo.\n\n```\nlet b;\n```\nThree.';
    const cited = ['One.', 'a = 1;', 'Two.', 'let b;', 'Three.'].map((part) => citing(code, part, 'a'));

    const [written] = answerWithFootnotes({ parts: [text(code, ...cited)] }, words).split('\n\n[^source-1]:');

    assert.equal(
      written,
      'One.[^source-1]\n\n    let a = 1;\n\nTwo.[^source-1]\n\n```\nlet b;\n```\nThree.[^source-1]',
    );
  });

  it('has no mention behind a block of code that ends the text', () => {
    const code = 'One.\n\n```\nlet a;\n```';

    const written = answerWithFootnotes(
      { parts: [text(code, citing(code, 'One.', 'a'), citing(code, code, 'a'))] },
      words,
    );

    assert.equal(written, 'One.[^source-1]\n\n```\nlet a;\n```\n\n[^source-1]: [Title of a](<https://a.example/>)');
  });

  it('has a mention right behind the last word, where the place of a citation begins or ends with blanks', () => {
    const said = ' \n One. \n Two.';

    const [written] = answerWithFootnotes({ parts: [text(said, citing(said, 'One. \n ', 'a'))] }, words).split('\n\n');

    assert.equal(written, 'One.[^source-1] \n Two.');
  });

  it('knows the blocks of code also in a text that begins with a line break', () => {
    const code = '\nOne.\n\n```\nlet a;\n```\n\nTwo.';
    const cited = ['One.', 'let a;', 'Two.'].map((part) => citing(code, part, 'a'));

    const [written] = answerWithFootnotes({ parts: [text(code, ...cited)] }, words).split('\n\n[^source-1]:');

    assert.equal(written, 'One.[^source-1]\n\n```\nlet a;\n```\n\nTwo.[^source-1]');
  });

  it('has its mentions in the order of the text, each once, whatever the order of the citations', () => {
    const said = 'One. Two. Three.';
    const cited = [
      ...[citing(said, 'Three.', 'a'), citing(said, 'One.', 'b'), citing(said, 'One.', 'a')],
      ...[citing(said, 'One.', 'b'), { ...citing(said, 'Two.', 'b'), end: 0 }],
    ];

    const [written] = answerWithFootnotes({ parts: [text(said, ...cited)] }, words).split('\n\n');

    assert.equal(written, 'One.[^source-1][^source-2] Two. Three.[^source-1]');
  });

  it('has only the sources where the places are not known for sure', () => {
    const said = 'One.\r\nTwo.';

    assert.equal(
      answerWithFootnotes({ parts: [text(said, citing(said, 'One.', 'a'))] }, words),
      `${said}\n\n[^source-1]: [Title of a](<https://a.example/>)`,
    );
  });
});
