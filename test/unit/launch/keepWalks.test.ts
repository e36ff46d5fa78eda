import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { keepWalks } from '../../launch/keepWalks';

/** A file with a suite in a suite, as mocha has it once it is loaded. */
function loaded(file: string, titles: readonly string[]): Mocha.Suite {
  const root = new Mocha.Suite('');
  const outer = Mocha.Suite.create(root, file);
  const inner = Mocha.Suite.create(outer, 'in it');
  for (const suite of [outer, inner]) suite.file = `/built/host/${file}.test.js`;
  titles.forEach((title, at) => (at % 2 === 0 ? outer : inner).addTest(new Mocha.Test(title)));
  return root;
}

function titlesOf(suite: Mocha.Suite): readonly string[] {
  return [...suite.tests.map(({ title }) => title), ...suite.suites.flatMap(titlesOf)];
}

describe('The walks of a run', () => {
  it('are those of the list, in suites at any depth', () => {
    const root = loaded('chat', ['one', 'two', 'three', 'four']);
    keepWalks(root, { chat: ['two', 'three'] });
    assert.deepEqual(titlesOf(root), ['three', 'two']);
  });

  it('are all where the file has no list, and none where its list is empty', () => {
    const unknown = loaded('new', ['one', 'two']);
    keepWalks(unknown, { chat: ['one'] });
    assert.deepEqual(titlesOf(unknown), ['one', 'two']);
    const none = loaded('chat', ['one', 'two']);
    keepWalks(none, { chat: [] });
    assert.deepEqual(titlesOf(none), []);
  });

  it('fail where a title of the list is gone, and name it', () => {
    const root = loaded('chat', ['one', 'renamed']);
    assert.throws(() => keepWalks(root, { chat: ['one', 'two'] }), /chat has no test.*: two$/);
  });

  it('of files that are not part of the run are not missed', () => {
    const root = loaded('chat', ['one']);
    keepWalks(root, { chat: ['one'], other: ['two'] });
    assert.deepEqual(titlesOf(root), ['one']);
  });
});
