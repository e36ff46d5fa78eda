import assert from 'node:assert/strict';
import { languageIdFor, readLanguages } from '../../../../src/host/paths/languageId';

const known = readLanguages({
  contributes: {
    languages: [
      { id: 'typescript', aliases: ['TypeScript', 'ts'], extensions: ['.ts', '.mts'] },
      { id: 'shellscript', aliases: ['Shell Script', 'bash', 'sh'], extensions: ['.sh'] },
      { id: 'cpp', aliases: ['C++', 'Cpp'], extensions: ['.cpp', '.hpp'] },
      { id: 'python', extensions: ['.py'] },
      { id: 'go' },
      { id: 7, aliases: 'x' },
      null,
      { id: 'odd', aliases: [1, 'strange'], extensions: {} },
    ],
  },
});

describe('the language of a fence', () => {
  it('is found by id, other name and extension', () => {
    const names = ['typescript', 'TS', 'mts', 'Bash', 'c++', 'hpp', 'py', 'golang', 'console', 'strange'];
    assert.deepEqual(
      names.map((name) => languageIdFor(name, known)),
      ['typescript', 'typescript', 'typescript', 'shellscript', 'cpp', 'cpp', 'python', 'go', 'shellscript', 'odd'],
    );
  });

  it('is unknown where no extension knows it', () => {
    for (const name of ['', 'klingon', 'constructor', '__proto__', '.'])
      assert.equal(languageIdFor(name, known), undefined);
  });

  it('is read from manifests, whatever they hold', () => {
    for (const manifest of [undefined, null, 1, [], {}, { contributes: 1 }, { contributes: { languages: {} } }]) {
      assert.deepEqual(readLanguages(manifest), []);
    }
  });
});
