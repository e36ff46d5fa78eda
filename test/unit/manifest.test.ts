import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';
import words from '../../package.nls.json';
import { commandIds, contextKeys } from '../../src/manifest';

const { commands, configuration, menus } = manifest.contributes;
const nls: Readonly<Record<string, string>> = words;
const code = globSync('src/**/*.ts')
  .filter((file) => file !== 'src/manifest.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('package.json', () => {
  it('gives every command the category Gemini', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Gemini']);
  });

  it('puts only known commands in menus and behind keys', () => {
    // The last ones are VS Code's own: a key that does nothing, and the button of a box for comments.
    const known = new Set<string>([...commandIds, 'noop', 'editor.action.submitComment']);
    const used = [...Object.values(menus).flat(), ...manifest.contributes.keybindings].flatMap((item) =>
      'command' in item ? [item.command] : [],
    );
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('has the same buttons above the chat at all times: Stop is where Send is, and nothing moves', () => {
    const inTitle = menus['view/title'].filter(
      ({ when, group }) => /chat/.test(when) && group.startsWith('navigation'),
    );
    assert.deepEqual(
      inTitle.map(({ command, when }) => `${command} ${when}`),
      ['newChat', 'showHistory'].map((name) => `geminiInteractions.${name} view == geminiInteractions.chat`),
    );
  });

  it('asks only for context keys that the code sets', () => {
    assert.notEqual(Object.keys(contextKeys).length, 0);
    for (const key of Object.keys(contextKeys)) assert.match(code, new RegExp(`\\bcontextKeys\\.${key}\\b`), key);
  });

  it('lets only the user, never a workspace, set the address the key is sent to', () => {
    assert.equal(configuration.properties['geminiInteractions.baseUrl'].scope, 'application');
  });

  it('has words for every key, and no words without a key', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(nls).sort());
  });

  it('names the commands as users know them', () => {
    const title = (command: string) => nls[`command.${command}`];
    assert.equal(title('setApiKey'), 'Set API Key…');
    assert.equal(title('refactor'), 'Refactor…');
    assert.equal(title('startResearch'), 'Start Deep Research…');
    assert.equal(title('acceptAll'), 'Accept All Changes');
  });
});

describe('what people read', () => {
  it('goes through vscode.l10n.t in every call that shows text', () => {
    // A string literal as the first argument of a message call would be English in every language.
    const literal = /show(Information|Warning|Error)Message\(\s*['"`]|title: ['"`]|placeHolder: ['"`]|prompt: ['"`]/;
    for (const file of globSync('src/host/**/*.ts')) assert.doesNotMatch(readFileSync(file, 'utf8'), literal, file);
  });
});
