import assert from 'node:assert/strict';
import { readStoreNames, storeOfDocument } from '../../../../src/core/interactions/storeNames';

describe('the names of stores', () => {
  it('are read from the setting, each once, without what is none', () => {
    const names = ['fileSearchStores/a-1', 'fileSearchStores/a-1', '../x', 'fileSearchStores/a/documents/b', 5];
    assert.deepEqual(readStoreNames(names), ['fileSearchStores/a-1']);
    assert.deepEqual(readStoreNames('fileSearchStores/a'), []);
  });

  it('stand in the addresses of their documents', () => {
    assert.equal(storeOfDocument('fileSearchStores/a-1/documents/readme-2'), 'fileSearchStores/a-1');
    assert.equal(storeOfDocument('https://g.example/v1beta/fileSearchStores/a/documents/b'), 'fileSearchStores/a');
    assert.equal(storeOfDocument('files/a'), undefined);
  });
});
