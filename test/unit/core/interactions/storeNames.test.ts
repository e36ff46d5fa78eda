import assert from 'node:assert/strict';
import { readStoreNames, storeOfDocument } from '../../../../src/core/interactions/storeNames';

describe('the names of stores', () => {
  it('are read from the setting, each once, without what is none', () => {
    const names = [
      'fileSearchStores/a-1',
      'fileSearchStores/a-1',
      '../x',
      'fileSearchStores/a/documents/b',
      5,
      ['fileSearchStores/c'],
    ];
    assert.deepEqual(readStoreNames(names), ['fileSearchStores/a-1']);
    assert.deepEqual(readStoreNames('fileSearchStores/a'), []);
  });

  it('stand in the addresses of their documents', () => {
    assert.equal(storeOfDocument('fileSearchStores/a-1/documents/readme-2'), 'fileSearchStores/a-1');
    assert.equal(storeOfDocument('https://g.example/v1beta/fileSearchStores/a/documents/b'), 'fileSearchStores/a');
    assert.equal(storeOfDocument('files/a'), undefined);
  });

  it('are whole names and nothing around them', () => {
    const others = ['xfileSearchStores/a', 'fileSearchStores/', 'fileSearchStores/a b', 'fileSearchStores/a/'];
    assert.deepEqual(readStoreNames([...others, 'fileSearchStores/b_2']), ['fileSearchStores/b_2']);
    for (const uri of ['xfileSearchStores/a/documents/b', 'fileSearchStores/a', 'fileSearchStores/a/documentsb'])
      assert.equal(storeOfDocument(uri), undefined, uri);
    assert.equal(storeOfDocument('/fileSearchStores/ab-1/documents/'), 'fileSearchStores/ab-1');
  });
});
