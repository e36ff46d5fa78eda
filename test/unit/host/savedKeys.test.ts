import assert from 'node:assert/strict';
import type { Memento, SecretStorage } from 'vscode';
import { SavedKeys } from '../../../src/host/savedKeys';

const origin = 'https://a.example';

describe('SavedKeys', () => {
  let secrets: Map<string, string>;
  let state: Map<string, unknown>;
  let keys: SavedKeys;

  beforeEach(() => {
    secrets = new Map();
    state = new Map();
    const storage: Partial<SecretStorage> = {
      get: async (name) => secrets.get(name),
      store: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    };
    const memento: Partial<Memento> = {
      get: <T>(name: string) => state.get(name) as T | undefined,
      update: async (name, value) => void (value === undefined ? state.delete(name) : state.set(name, value)),
    };
    keys = new SavedKeys(storage as SecretStorage, memento as Memento, () => 123);
  });

  it('tells a key that was never there from one that can no longer be read', async () => {
    assert.deepEqual(await keys.read(origin), { state: 'missing' });

    await keys.save(origin, 'secret');
    assert.deepEqual(await keys.read(origin), { state: 'present', key: 'secret' });
    assert.equal(keys.savedAt(origin), 123);

    secrets.clear();
    assert.deepEqual(await keys.read(origin), { state: 'unreadable' });

    await keys.remove(origin);
    assert.deepEqual(await keys.read(origin), { state: 'missing' });
  });

  it('keeps one key for each origin', async () => {
    await keys.save(origin, 'secret');
    assert.deepEqual(await keys.read('https://b.example'), { state: 'missing' });
    assert.deepEqual(await keys.read('https://a.example:8443'), { state: 'missing' });
  });

  it('keeps nothing of the key beside it', async () => {
    await keys.save(origin, 'secret');
    assert.doesNotMatch(JSON.stringify([...state]), /secret/);
  });
});
