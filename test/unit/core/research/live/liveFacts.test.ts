import assert from 'node:assert/strict';
import { liveFacts } from '../../../../../src/core/research/live/liveFacts';
import type { AnswerPart } from '../../../../../src/parts/answerPart';

const thought = (text: string): AnswerPart => ({ kind: 'thought', text });
const call = (step: string, args: Record<string, string | string[]>): AnswerPart => ({
  kind: 'toolCall',
  step,
  id: '',
  name: '',
  arguments: args,
});

describe('what people watch of a research', () => {
  it('is nothing before anything came', () => {
    assert.deepEqual(liveFacts([]), {
      headline: '',
      thoughts: [],
      searches: [],
      pages: [],
      sources: [],
      text: '',
      pictures: [],
    });
  });

  it('has each search and each page once, of the calls that make them', () => {
    const { searches, pages } = liveFacts([
      call('google_search_call', { queries: ['tides', 'moon'], urls: ['https://not.example/'] }),
      call('url_context_call', { urls: ['https://a.example/'], queries: ['no'] }),
      call('google_search_call', { queries: ['moon', 'sun'] }),
      call('google_search_call', { queries: 'no list' }),
      call('google_search_call', {}),
      call('url_context_call', { urls: ['https://b.example/', 'https://a.example/'] }),
    ]);
    assert.deepEqual(
      [searches, pages],
      [
        ['tides', 'moon', 'sun'],
        ['https://a.example/', 'https://b.example/'],
      ],
    );
  });

  it('leaves out of a list what is no text', () => {
    const odd: AnswerPart = {
      kind: 'toolCall',
      step: 'google_search_call',
      id: '',
      name: '',
      arguments: { queries: [5, 'a'] },
    };
    assert.deepEqual(liveFacts([odd]).searches, ['a']);
  });

  it('has the thoughts that have words, and tells what the last of them is about', () => {
    const headlines = [
      ['**One**\nfirst\n\n**Two**\nsecond', 'Two'],
      ['***One*** and so on', 'One'],
      ['** One **', 'One'],
      ['**2 * 3**', '2 * 3'],
      ['\n  Plain words  \nand more', 'Plain words'],
      ['*One* star', '*One* star'],
      ['x'.repeat(121), 'x'.repeat(120)],
      [`**${'x'.repeat(119)} y**`, `${'x'.repeat(119)} `],
    ] as const;
    for (const [text, headline] of headlines) {
      const facts = liveFacts([thought('**Before**'), { kind: 'text', text: '**No**' }, thought(text), thought(' \n')]);
      assert.deepEqual([facts.headline, facts.thoughts], [headline, ['**Before**', text]]);
    }
  });

  it('has the text as one goes on in the next, and apart where something lies between', () => {
    const { text } = liveFacts([
      { kind: 'text', text: 'One, ' },
      { kind: 'text', text: 'two.' },
      thought('So.'),
      { kind: 'text', text: 'Three.' },
    ]);
    assert.equal(text, 'One, two.\n\nThree.');
  });

  it('has the pages and places that are cited, and no files', () => {
    const at = { start: 0, end: 1 };
    const { sources } = liveFacts([
      {
        kind: 'text',
        text: 'One',
        citations: [
          { type: 'url', url: 'https://a.example/', title: 'A', ...at },
          { type: 'file', name: 'notes.pdf', uri: 'stores/1', ...at },
          { type: 'place', name: 'Tower', url: 'https://maps.example/t', placeId: 'p', ...at },
        ],
      },
    ]);
    assert.deepEqual(sources, [
      { title: 'A', url: 'https://a.example/' },
      { title: 'Tower', url: 'https://maps.example/t', isPlace: true },
    ]);
  });

  it('has the pictures whose data came', () => {
    const { pictures } = liveFacts([
      { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA==' },
      { kind: 'media', media: 'image', mimeType: 'image/png', uri: 'https://a.example/' },
      { kind: 'media', media: 'audio', mimeType: 'audio/wav', data: 'AA==' },
      thought('So.'),
    ]);
    assert.deepEqual(pictures, [{ mimeType: 'image/png', data: 'AA==' }]);
  });
});
