import assert from 'node:assert/strict';
import { mediaTypes, readAnnotation, readContent, readContents } from '../../../../src/core/interactions/content';

describe('content of the wire', () => {
  it('is text with its citations, also where the type is left out', () => {
    const annotations = [{ type: 'word_info', word: 'Why' }];

    for (const wire of [
      { type: 'text', text: 'Why?', annotations },
      { text: 'Why?', annotations },
    ]) {
      const read = [{ type: 'word_info', wire: annotations[0] }];
      assert.deepEqual(readContent(wire), { type: 'text', text: 'Why?', annotations: read });
    }
    assert.deepEqual(readContent({ type: 'text', text: '' }), { type: 'text', text: '', annotations: [] });
  });

  for (const type of mediaTypes) {
    it(`of the type ${type} has its data or its address`, () => {
      assert.deepEqual(readContent({ type, mime_type: 'x/y', data: 'AA' }), { type, mimeType: 'x/y', data: 'AA' });
      assert.deepEqual(readContent({ type, mime_type: 'x/y', uri: 'u' }), { type, mimeType: 'x/y', uri: 'u' });
      assert.deepEqual(readContent({ type }), { type, mimeType: '' });
    });
  }

  it('of a future type keeps its wire form', () => {
    for (const wire of [{ type: 'hologram', text: 'x' }, { type: 'text' }, { text: 5 }, {}]) {
      assert.deepEqual(readContent(wire), { type: 'unknown', wire });
    }
    assert.deepEqual(readContent('bare'), { type: 'unknown', wire: 'bare' });
    for (const odd of [5, null, undefined, [1]]) assert.deepEqual(readContent(odd), { type: 'unknown', wire: null });
  });

  it('may be one item in place of a list', () => {
    const item = { type: 'text', text: 'A', annotations: [] };

    assert.deepEqual(readContents([item, item]), [item, item]);
    assert.deepEqual(readContents(item), [item]);
    assert.deepEqual(readContents(undefined), []);
    assert.deepEqual(readContents(null), [{ type: 'unknown', wire: null }]);
  });
});

describe('a citation of the wire', () => {
  const place = { start_index: 3, end_index: 9 };

  it('of a page has its address, its title and its place', () => {
    const type = 'url_citation';

    assert.deepEqual(readAnnotation({ type, url: 'u', title: 't', ...place }), {
      ...{ type, url: 'u', title: 't', start: 3, end: 9 },
    });
    assert.deepEqual(readAnnotation({ type }), { type, url: '', title: '', start: 0, end: 0 });
  });

  it('of a file has its name and its address, one of which may stand for the other', () => {
    const type = 'file_citation';
    const read = { type, name: 'n', uri: 'd', start: 3, end: 9 };

    assert.deepEqual(readAnnotation({ type, file_name: 'n', document_uri: 'd', source: 's', ...place }), read);
    assert.deepEqual(readAnnotation({ type, file_name: 'n', source: 's', ...place }), { ...read, uri: 's' });
    assert.deepEqual(readAnnotation({ type, document_uri: 'd', ...place }), { ...read, name: 'd' });
    assert.deepEqual(readAnnotation({ type }), { type, name: '', uri: '', start: 0, end: 0 });
  });

  it('of a file says where it lay and on which page it stands, where it was said', () => {
    const type = 'file_citation';
    const wire = { type, file_name: 'n', document_uri: 'd', page_number: 0, custom_metadata: { path: '', other: 'o' } };

    assert.deepEqual(readAnnotation({ ...wire, ...place }), {
      ...{ type, name: 'n', uri: 'd', path: '', page: 0, start: 3, end: 9 },
    });
    assert.deepEqual(readAnnotation({ ...wire, page_number: '7', custom_metadata: 'docs/n' }), {
      ...{ type, name: 'n', uri: 'd', start: 0, end: 0 },
    });
  });

  it('of any other type keeps its wire form', () => {
    for (const type of ['place_citation', 'speech_metadata', 'word_info']) {
      assert.deepEqual(readAnnotation({ type, ...place }), { type, wire: { type, ...place } });
    }
    assert.deepEqual(readAnnotation({ type: 'hologram' }), { type: 'unknown', wire: { type: 'hologram' } });
  });
});
