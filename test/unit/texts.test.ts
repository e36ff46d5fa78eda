import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { execute } from '../launch/execute';

interface Text {
  readonly file: string;
  /** The line, or the key in package.nls.json. */
  readonly at: number | string;
  readonly text: string;
}

/** What a native reader stumbles over, and how the same reads here. */
const stumbles: readonly (readonly [RegExp, string])[] = [
  [/\b(anew|whoever|somebody|nobody|be it|of before|so many)\b/i, 'plain words'],
  [/\.\.\./, 'one character for three dots'],
  [/\w'\w/, 'a typographic apostrophe'],
  [/\b(Interactions for Gemini|Gemini Interactions)\b/, 'one name: Gemini'],
  [/\bthis machine\b/i, 'this computer'],
  [/ {2}/, 'single spaces'],
];
/** The API has this name. */
const named = new Set(['description', 'setting.baseUrl']);

describe('the texts that people see', function () {
  this.timeout(60_000);
  let texts: readonly Text[];
  before(async () => {
    texts = JSON.parse(await execute(process.execPath, ['test/texts.mjs', '--json']));
  });

  it('are all listed with their places by `npm run texts`', () => {
    const listed = new Set(texts.map(({ text }) => text));
    const bundle: Readonly<Record<string, unknown>> = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'));
    const words: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    // A text with a comment for translators has it in its key.
    const expected = [
      ...Object.keys(bundle).map((key) => key.replace(/\/[^/]*$/, (tail) => (listed.has(key) ? tail : ''))),
      ...Object.values(words),
    ];
    assert.deepEqual(
      expected.filter((text) => !listed.has(text)),
      [],
    );
    assert.ok(texts.every(({ file, at }) => file !== '' && at !== ''));
    assert.ok(texts.some(({ file }) => file.startsWith('media/')) && texts.some(({ file }) => file.startsWith('src/')));
  });

  for (const [pattern, better] of stumbles) {
    it(`use ${better}`, () => {
      const bad = texts.filter(({ at, text }) => !named.has(String(at)) && pattern.test(text));
      assert.deepEqual(
        bad.map(({ file, at, text }) => `${file}:${at} ${text}`),
        [],
      );
    });
  }
});
