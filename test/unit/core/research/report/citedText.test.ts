import assert from 'node:assert/strict';
import { citedText } from '../../../../../src/core/research/report/citedText';
import { SourceList } from '../../../../../src/core/research/report/sourceList';

const google = 'https://google.example/r';
/** A list of the agent's with the pages 1, 2 and 12. */
const list = [1, 2, 12].map((number) => ({ number, title: `P${number}`, url: `https://p.example/${number}` }));

/** A citation of the bytes up to the end of `upTo`. */
const cites = (upTo: string, url: string) =>
  ({ type: 'url_citation', url, title: url, start: 0, end: Buffer.byteLength(upTo) }) as const;

/** The text with its numbers in braces, and the addresses of the sources. */
function cited(text: string, ...annotations: readonly ReturnType<typeof cites>[]) {
  const sources = new SourceList();
  const marked = citedText({ type: 'text', text, annotations }, list, sources);
  return {
    text: marked.replace(/\uE0F0([^\uE0F1]*)\uE0F1/g, '{$1}'),
    urls: sources.all.map(({ url }) => url),
  };
}

describe('the text of a report with the numbers of its sources', () => {
  it('has each number at its place, in the order of the text', () => {
    assert.deepEqual(cited('One. Two.', cites('One. Two', `${google}/2`), cites('One', `${google}/1`)), {
      text: 'One{1}. Two{2}.',
      urls: [`${google}/1`, `${google}/2`],
    });
  });

  it('reads the marks of the agent by the numbers of its list', () => {
    assert.deepEqual(cited('One [cite: 12]. Two [cite: 2, 12,1]. Three [cite:12].'), {
      text: 'One {1}. Two {2,1,3}. Three {1}.',
      urls: ['https://p.example/12', 'https://p.example/2', 'https://p.example/1'],
    });
  });

  it('takes what is cited at a mark of the agent for the page of that mark, wherever it is cited again', () => {
    for (const text of ['One [cite: 2]. Two.', 'One[cite: 2]. Two.']) {
      const { urls } = cited(text, cites('One', google), cites(text.slice(0, -1), google));
      assert.deepEqual(urls, ['https://p.example/2'], text);
    }
    assert.equal(
      cited('One [cite: 2]. Two.', cites('One', google), cites('One [cite: 2]. Two', google)).text,
      'One {1}. Two{1}.',
    );
  });

  it('names no page twice where more is cited at a mark than the mark names', () => {
    assert.deepEqual(cited('One [cite: 1].', cites('One', `${google}/1`), cites('One', `${google}/2`)), {
      text: 'One {1}.',
      urls: ['https://p.example/1'],
    });
  });

  it('keeps apart what is cited before a mark and after it', () => {
    assert.deepEqual(
      cited(
        'Zero. One [cite: 1]. Two.',
        cites('Zero', `${google}/0`),
        cites('Zero. One [cite: 1]. Two', `${google}/2`),
      ),
      { text: 'Zero{2}. One {1}. Two{3}.', urls: ['https://p.example/1', `${google}/0`, `${google}/2`] },
    );
  });

  it('takes the page that is cited at a mark whose number the list does not have', () => {
    assert.deepEqual(cited('One [cite: 9].', cites('One', google)), { text: 'One {1}.', urls: [google] });
  });

  it('has no trace of what leads nowhere', () => {
    assert.deepEqual(cited('One [cite: 9].'), { text: 'One.', urls: [] });
    assert.deepEqual(cited('One.', cites('One', 'javascript:alert(1)')), { text: 'One.', urls: [] });
  });

  it('has no numbers by offsets where the text holds signs that were taken out', () => {
    assert.deepEqual(cited('O\uE0F0ne. Two.', cites('One', google)), { text: 'One. Two.', urls: [] });
    assert.deepEqual(cited('O\uE0F0ne [cite: 1].', cites('One', google)).text, 'One {1}.');
  });
});
