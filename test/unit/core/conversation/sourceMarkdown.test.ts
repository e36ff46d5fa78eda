import assert from 'node:assert/strict';
import { linkTo, sourceMarkdown } from '../../../../src/core/conversation/sourceMarkdown';
import type { Source } from '../../../../src/parts/sources';

const line = (source: Source) => sourceMarkdown(source, { page: (page) => `page ${page}` });

describe('a source as a line of Markdown', () => {
  it('is a link to a web page, and says where a place comes from', () => {
    const page = { title: 'A *b*', url: 'https://a.example/?q=1' };

    assert.equal(line(page), '[A \\*b\\*](<https://a.example/?q=1>)');
    assert.equal(line({ ...page, isPlace: true }), '[A \\*b\\*](<https://a.example/?q=1>) (Google Maps)');
  });

  it('only names a file, with its page where it has one', () => {
    const file = { name: 'a.pdf', uri: 'https://g.example/files/a' };
    const source = { title: 'docs/a_b.pdf', url: 'https://g.example/files/a', file };

    assert.equal(line(source), 'docs/a\\_b.pdf');
    assert.equal(line({ ...source, file: { ...file, page: 3 } }), 'docs/a\\_b.pdf, page 3');
  });
});

describe('a link', () => {
  it('goes to addresses of the web, and has the address where there is no title', () => {
    assert.equal(linkTo('A', 'http://a.example'), '[A](<http://a.example>)');
    assert.equal(linkTo('A', 'HTTPS://a.example'), '[A](<HTTPS://a.example>)');
    assert.equal(linkTo('', 'https://a.example'), '[https\\://a.example](<https://a.example>)');
  });

  it('goes to no other address, and to none that would end too early', () => {
    for (const url of [
      'javascript:a',
      'https://',
      'https://a b',
      'https://a>b',
      'https://a<b',
      'https://a\\b',
      'ftp://a',
    ])
      assert.equal(linkTo('A', url), 'A', url);
    assert.equal(linkTo('A', 'x https://a.example'), 'A');
    assert.equal(linkTo('', 'command:a'), 'command:a');
  });
});
