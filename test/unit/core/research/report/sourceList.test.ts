import assert from 'node:assert/strict';
import { hostOf, isWeb, SourceList } from '../../../../../src/core/research/report/sourceList';
import type { Citation } from '../../../../../src/parts/citation';

const at = { start: 0, end: 1 };
const page = (url: string, title = ''): Citation => ({ type: 'url', url, title, ...at });
const file = (name: string, uri: string): Citation => ({ type: 'file', name, uri, ...at });
const place = (name: string, url: string, placeId: string): Citation => ({ type: 'place', name, url, placeId, ...at });

/** The numbers that these get one after another, and the list that comes of it. */
function cited(...citations: readonly Citation[]) {
  const sources = new SourceList();
  const numbers = citations.map((citation) => sources.cite(citation));
  return { numbers, listed: sources.all.map(({ title, url }) => [title, url]) };
}

describe('the sources of a report', () => {
  it('have their numbers in the order in which they come, and a page that is there already keeps its own', () => {
    const sources = new SourceList();
    const numbers = [
      'https://a.example/x',
      'https://b.example',
      'https://a.example/x#part',
      'https://b.example/',
      'https://a.example/x?y',
    ].map((url) => sources.page(url, 'Title'));

    assert.deepEqual(numbers, [1, 2, 1, 2, 3]);
    assert.deepEqual(sources.all, [
      { number: 1, title: 'Title', url: 'https://a.example/x' },
      { number: 2, title: 'Title', url: 'https://b.example' },
      { number: 3, title: 'Title', url: 'https://a.example/x?y' },
    ]);
  });

  it('are called by their host where a page has no title, and have no address that cannot be opened', () => {
    const sources = new SourceList();
    sources.page('https://www.a.example/x', '');
    sources.page('ftp://b.example', '');

    assert.deepEqual(sources.all, [
      { number: 1, title: 'a.example', url: 'https://www.a.example/x' },
      { number: 2, title: 'ftp://b.example', url: '' },
    ]);
  });

  it('leave out what is cited without an address of the web, and what has no name at all', () => {
    const nothing = [page('javascript:alert(1)', 'A'), page('', 'A'), file('', ''), place('', '', '')];

    assert.deepEqual(cited(...nothing), { numbers: [undefined, undefined, undefined, undefined], listed: [] });
  });

  it('tell files apart by their address, else by their name', () => {
    assert.deepEqual(
      cited(
        file('notes.pdf', 'stores/1'),
        file('notes.pdf', 'stores/2'),
        file('other.pdf', 'stores/1'),
        file('plan.pdf', ''),
        file('plan.pdf', ''),
        file('', 'https://a.example/f'),
      ),
      {
        numbers: [1, 2, 1, 3, 3, 4],
        listed: [
          ['notes.pdf', ''],
          ['notes.pdf', ''],
          ['plan.pdf', ''],
          ['https://a.example/f', 'https://a.example/f'],
        ],
      },
    );
  });

  it('tell places apart by their id, else by their address, else by their name', () => {
    assert.deepEqual(
      cited(
        place('Tower', 'https://maps.example/1', 'p1'),
        place('Tower', 'https://maps.example/1', 'p2'),
        place('Old tower', 'https://maps.example/9', 'p1'),
        place('Bridge', 'https://maps.example/2', ''),
        place('Bridge', 'https://maps.example/3', ''),
        place('', 'https://maps.example/2', ''),
        place('Park', '', ''),
        place('Park', '', ''),
        place('', '', 'p3'),
      ),
      {
        numbers: [1, 2, 1, 3, 4, 3, 5, 5, 6],
        listed: [
          ['Tower', 'https://maps.example/1'],
          ['Tower', 'https://maps.example/1'],
          ['Bridge', 'https://maps.example/2'],
          ['Bridge', 'https://maps.example/3'],
          ['Park', ''],
          ['p3', ''],
        ],
      },
    );
  });

  it('are of one kind each: a file and a place with the address of a page are others', () => {
    const url = 'https://a.example/x';

    assert.deepEqual(cited(page(url), file('', url), place('', url, '')).numbers, [1, 2, 3]);
  });

  it('have more than one address where that was said', () => {
    const sources = new SourceList();
    sources.page('https://a.example/', 'A');
    sources.page('https://b.example/', 'B');
    sources.alias(page('https://google.example/r1/'), 2);
    sources.alias(page('https://google.example/r2'), 3);
    sources.alias(file('', 'https://google.example/r3'), 1);

    assert.equal(sources.page('https://google.example/r1', 'C'), 2);
    assert.equal(sources.all.length, 2);
    assert.equal(sources.page('https://google.example/r2', 'C'), 3, 'there was no such source');
    assert.equal(sources.page('https://google.example/r3', 'C'), 4, 'a file is no page');
  });
});

describe('the address of a source', () => {
  it('names its host, without what all hosts have in front', () => {
    const hosts = [
      ['https://www.A.example:80/x', 'a.example'],
      ['HTTP://WWW.a.example?x', 'a.example'],
      ['https://my.www.example#x', 'my.www.example'],
      ['see https://a.example', ''],
      ['ftp://a.example', ''],
      ['https://', ''],
      ['', ''],
    ] as const;
    for (const [url, host] of hosts) assert.equal(hostOf(url), host, url);
  });

  it('can be opened where it is one of the web and nothing else', () => {
    for (const url of ['https://a.example/x', 'http://a.example', 'HTTPS://a.example/(b)?c#d']) {
      assert.equal(isWeb(url), true, url);
    }
    for (const url of [
      'ftp://a.example',
      'x https://a.example',
      'https://a b',
      'https://a<b>',
      'https://a\\b',
      'https://',
      '',
    ]) {
      assert.equal(isWeb(url), false, url);
    }
  });
});
