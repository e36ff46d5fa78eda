import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import manifest from '../../../../package.json';
import { givenTest } from '../../../../src/host/sandbox/givenTest';

class Address {}
const isUri = (value: unknown): value is vscode.Uri => value instanceof Address;
const uri = new Address();
const range = { start: { line: 6, character: 2 }, end: { line: 9, character: 4 } };

/** As VS Code makes them: what is asked for is of the class. */
class Item {
  readonly #label: string;
  constructor(label: string) {
    this.#label = label;
  }
  get uri(): Address {
    return uri;
  }
  get label(): string {
    return this.#label;
  }
  get range(): typeof range {
    return range;
  }
}

describe('the test that is to be run at Google', () => {
  it('is the one whose menu it was, with its place', () => {
    assert.deepEqual(givenTest(new Item('adds'), isUri), { uri, label: 'adds', line: 7, message: undefined });
  });

  it('is the one that a message is about, with why it failed', () => {
    const why = (message: unknown) => givenTest({ test: new Item('adds'), message: { message } }, isUri)?.message;
    assert.equal(why('expected 2, got 3'), 'expected 2, got 3');
    assert.equal(why({ value: '**expected** 2' }), '**expected** 2');
    assert.equal(why(' \n'), undefined);
    assert.equal(why(7), undefined);
  });

  it('may stand nowhere in its file', () => {
    assert.equal(givenTest({ uri, label: 'suite' }, isUri)?.line, undefined);
  });

  it('is none where there is no file, or something else', () => {
    const others = [undefined, null, 'a', 7, uri, {}, { label: 'no file' }, { uri }, { uri: 'file:///a', label: 'a' }];
    for (const other of [...others, { test: { label: 'no file' }, message: {} }, [new Item('a')]])
      assert.equal(givenTest(other, isUri), undefined);
  });

  it('is offered in the menus of tests and of what they say, where the folder is trusted', () => {
    const { menus } = manifest.contributes;
    for (const items of [menus['testing/item/context'], menus['testing/message/context']]) {
      assert.deepEqual(
        items.map(({ command }) => command),
        ['geminiInteractions.runAtGoogle'],
      );
      assert.ok(items.every(({ when }) => /\bisWorkspaceTrusted\b/.test(when)));
    }
  });
});
