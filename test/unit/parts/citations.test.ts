import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/base/json';
import { partsOf } from '../../../src/core/conversation/savedAnswer';
import { joinedParts } from '../../../src/parts/answerPart';
import { sourcesOf } from '../../../src/parts/sources';
import { citedRanges, type TextPart } from '../../../src/parts/textPart';
import { answerOf, sampleEvents } from '../core/conversation/answerUnderTest';

function textPartsOf(sample: string): readonly TextPart[] {
  return answerOf(sampleEvents(sample)).parts.filter((part) => part.kind === 'text');
}

/** What each citation of a text rests on, as a person reads it. */
function citedTexts(part: TextPart): readonly (string | undefined)[] {
  return citedRanges(part).map((range) => range && part.text.slice(range.start, range.end));
}

describe('citations', () => {
  it('are whole sentences and list items of a recorded search', () => {
    const [part, ...rest] = textPartsOf('04-search-citations');
    assert.ok(part && rest.length === 0);
    const [first, ...others] = citedTexts(part);

    assert.equal(
      first,
      '**Spain** won the UEFA Euro 2024 tournament after defeating England 2–1 in the final on July 14, 2024.',
    );
    assert.deepEqual(others, [
      ...Array(3).fill('*   **Final Score:** Spain 2–1 England.\n'.slice(0, -1)),
      ...part.text.split('\n').filter((line) => /Perfect|Milestone/.test(line)),
    ]);
    assert.deepEqual(part.citations?.[0], {
      type: 'url',
      url: 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/EXAMPLE_1',
      title: 'uefa.com',
      start: 0,
      end: 104,
    });
  });

  it('begin and end between words of another recorded search', () => {
    const [part] = textPartsOf('04b-search-recorded-2.5-flash');
    assert.ok(part);
    const ranges = citedRanges(part);

    assert.ok(ranges.length >= 5);
    for (const range of ranges) {
      assert.ok(range);
      assert.match(part.text.slice(0, range.start), /(^|\s)$/);
      assert.match(part.text.slice(0, range.end), /[.\w)]$/);
      assert.match(part.text.slice(range.end), /^($|[\s.])/);
    }
  });

  it('count bytes where letters have two', () => {
    const [part] = textPartsOf('05b-url-context');
    assert.deepEqual(part && citedTexts(part), ['Café A is open daily.']);
  });

  it('of a stream belong to the text that they mean, also when a picture and more text came before them', () => {
    const [first, last] = textPartsOf('08-deep-research');

    assert.deepEqual(first && citedTexts(first), ['Error correction passed break-even']);
    assert.equal(last?.text, '**Sources:**\n1. [example.com](https://example.com/qec)\n');
    assert.equal(last?.citations, undefined);
  });

  it('are of web pages, files and places, and nothing else is one', () => {
    const annotations: readonly JsonObject[] = [
      { type: 'url_citation', url: 'https://a.example', title: 'A', start_index: 0, end_index: 2 },
      {
        type: 'file_citation',
        file_name: 'b.pdf',
        document_uri: 'files/b',
        page_number: 3,
        custom_metadata: { path: 'docs/b.pdf' },
        start_index: 1,
        end_index: 2,
      },
      { type: 'place_citation', name: 'C', url: 'https://c.example', place_id: 'c', start_index: 0, end_index: 1 },
      { type: 'word_info', start_index: 0, end_index: 1 },
      { type: 'speech_metadata' },
      { type: 'of the future', start_index: 0, end_index: 1 },
    ];
    const [part] = partsOf([{ type: 'model_output', content: [{ type: 'text', text: 'é', annotations }] }]);

    assert.deepEqual(part, {
      kind: 'text',
      text: 'é',
      citations: [
        { type: 'url', url: 'https://a.example', title: 'A', start: 0, end: 2 },
        { type: 'file', name: 'b.pdf', uri: 'files/b', path: 'docs/b.pdf', page: 3, start: 1, end: 2 },
        { type: 'place', name: 'C', url: 'https://c.example', placeId: 'c', start: 0, end: 1 },
      ],
    });
  });

  it('move with their text when texts are joined', () => {
    const citation = { type: 'url', url: 'https://a.example', title: '', start: 0, end: 4 } as const;
    const parts = ['Über ', '🚀 and ', '2–1'].map((text): TextPart => ({ kind: 'text', text, citations: [citation] }));

    const [joined] = joinedParts(parts);

    assert.ok(joined?.kind === 'text');
    assert.equal(joined.text, 'Über 🚀 and 2–1');
    assert.deepEqual(citedTexts(joined), ['Übe', '🚀', '2–']);
    assert.deepEqual(sourcesOf([joined]), [{ title: 'https://a.example', url: 'https://a.example' }]);
  });
});
