import assert from 'node:assert/strict';
import type { Memento, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import { Emitter } from '../../../../src/core/base/emitter';
import { SavedKeys } from '../../../../src/host/key/savedKeys';

const origin = 'https://a.example';

describe('SavedKeys', () => {
  let secrets: Map<string, string>;
  let state: Map<string, unknown>;
  let changed: Emitter<SecretStorageChangeEvent>;
  let keys: SavedKeys;

  beforeEach(() => {
    secrets = new Map();
    state = new Map();
    changed = new Emitter();
    keys = window();
  });

  /** Another window has the same secrets and hears of what is done to them, be it here or there. */
  function window(): SavedKeys {
    const storage: Partial<SecretStorage> = {
      get: async (name) => secrets.get(name),
      store: async (name, value) => {
        secrets.set(name, value);
        changed.fire({ key: name });
      },
      delete: async (name) => {
        secrets.delete(name);
        changed.fire({ key: name });
      },
      onDidChange: (listener) => changed.event(listener),
    };
    const memento: Partial<Memento> = {
      get: <T>(name: string) => state.get(name) as T | undefined,
      update: async (name, value) => void (value === undefined ? state.delete(name) : state.set(name, value)),
    };
    return new SavedKeys(storage as SecretStorage, memento as Memento, () => 123);
  }

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

  it('tells of a key that another window has changed, which is read there at once', async () => {
    await keys.save(origin, 'first');
    const told: Promise<readonly unknown[]>[] = [];
    keys.onDidChange(({ affects }) => {
      told.push(Promise.all([affects(origin), affects('https://b.example'), keys.read(origin)]));
    });
    const other = window();

    await other.save(origin, 'second');
    await other.remove(origin);

    assert.deepEqual(await Promise.all(told), [
      [true, false, { state: 'present', key: 'second' }],
      [true, false, { state: 'missing' }],
    ]);
  });

  it('keeps nothing of the key beside it', async () => {
    await keys.save(origin, 'secret');
    assert.doesNotMatch(JSON.stringify([...state]), /secret/);
  });
});
