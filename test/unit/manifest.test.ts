import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';
import words from '../../package.nls.json';
import {
  chatTabType,
  chatViewId,
  commandIds,
  contextKeys,
  extensionId,
  settingDefaults,
  settingsSection,
  viewContainerId,
} from '../../src/manifest';

const { commands, configuration, menus, views, viewsContainers } = manifest.contributes;
const nls: Readonly<Record<string, string>> = words;

describe('package.json', () => {
  it('contributes exactly the commands the code handles', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it('gives every command the category Gemini', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Gemini']);
  });

  it('puts only known commands in menus', () => {
    const known = new Set<string>(commandIds);
    const used = Object.values(menus)
      .flat()
      .flatMap((item) => ('command' in item && item.command !== undefined ? [item.command] : []));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('uses only known context keys', () => {
    const known = new Set<string>([...Object.values(contextKeys), chatViewId, chatTabType]);
    const used = [...JSON.stringify(manifest.contributes).matchAll(/"when":"([^"]*)"/g)].flatMap(
      ([, when = '']) => when.match(/geminiInteractions\.\w+/g) ?? [],
    );
    assert.notEqual(used.length, 0);
    assert.deepEqual(
      used.filter((key) => !known.has(key)),
      [],
    );
  });

  it('declares the settings the code reads, with the same defaults', () => {
    const declared = Object.entries(configuration.properties).map(([key, property]) => [
      key.replace(`${settingsSection}.`, ''),
      property.default,
    ]);
    assert.deepEqual(Object.fromEntries(declared), settingDefaults);
  });

  it('lets only the user, never a workspace, set the address the key is sent to', () => {
    assert.equal(configuration.properties['geminiInteractions.baseUrl'].scope, 'application');
  });

  it('contributes the view the provider is registered for', () => {
    assert.deepEqual(
      viewsContainers.activitybar.map(({ id }) => id),
      [viewContainerId],
    );
    assert.deepEqual(
      views.geminiInteractions.map(({ id }) => id),
      [chatViewId],
    );
  });

  it('is started for the tabs that VS Code brings back', () => {
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${chatTabType}`));
  });

  it('has the identity the code names', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
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
