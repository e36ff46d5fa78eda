import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../../package.json';
import nls from '../../package.nls.json';

/** Which keys VS Code binds itself on each system, as `npm run keymap` has written them down. */
const systems = ['linux', 'windows', 'macos'] as const;
type System = (typeof systems)[number];

interface OwnBinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly linux?: string;
  readonly win?: string;
  readonly when?: string;
}

const own: readonly OwnBinding[] = manifest.contributes.keybindings;
/** A condition that holds in places of ours alone. */
const isOurs = /\bgeminiInteractions\.|\b(?:resourceScheme|commentController) == gemini-interactions-/;

/** Keys of the terminal mean nothing else where it has not the focus. */
function isApart(clause: string, command: string): boolean {
  return command.startsWith('workbench.action.terminal.') && /!terminalFocus|\beditorTextFocus/.test(clause);
}

describe('keys', () => {
  for (const system of systems) {
    it(`that VS Code has, too, on ${system} are taken in places of ours alone`, () => {
      const taken = keymapOf(system);
      assert.ok(taken.size > 200, 'the whole keymap');
      const collisions = own.filter(({ when = '', ...binding }) => {
        const others = taken.get(normal(keyOn(system, binding))) ?? [];
        return others.some(
          (other) => !when.split('||').every((clause) => isOurs.test(clause) || isApart(clause, other)),
        );
      });
      assert.deepEqual(collisions, []);
    });
  }

  it('collide with keys of VS Code, so that the test above has something to find', () => {
    const taken = keymapOf('linux');
    assert.ok(own.some((binding) => taken.has(normal(keyOn('linux', binding)))));
  });

  it('stand in the table of the README with what they do, on both kinds of keyboards', () => {
    const rows = readFileSync('README.md', 'utf8')
      .split(/^## Keys$/m)[1]
      ?.split(/^## /m)[0]
      ?.split('\n');
    const titles = new Map(manifest.contributes.commands.map(({ command, title }) => [command, title]));
    const inWords = (key: string) => key.replace(/\w+/g, (part) => part.charAt(0).toUpperCase() + part.slice(1));
    const missing = own.filter((binding) => {
      const key = titles.get(binding.command)?.replaceAll('%', '');
      const title = Object.entries(nls).find(([name]) => name === key)?.[1];
      // A key of another's command, such as that of a box for comments, is no command of ours.
      if (title === undefined) return false;
      const keys = [keyOn('linux', binding), keyOn('macos', binding)].map(inWords);
      return !rows?.some((row) => row.includes(`**${title}**`) && keys.every((one) => row.includes(one)));
    });
    assert.deepEqual(missing, []);
  });

  it('are not chords, whose first key would be lost to others', () => {
    assert.deepEqual(
      own.filter((binding) => systems.some((system) => keyOn(system, binding).includes(' '))),
      [],
    );
  });
});

/** The commands at each key. */
function keymapOf(system: System): ReadonlyMap<string, readonly string[]> {
  const keys: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(`test/fixtures/keymap/${system}.json`, 'utf8'),
  );
  const taken = new Map<string, readonly string[]>();
  for (const [keysPressed, commands] of Object.entries(keys)) {
    // Of a chord the first key is taken.
    const key = normal(keysPressed.split(' ')[0] ?? '');
    taken.set(key, [...(taken.get(key) ?? []), ...commands]);
  }
  return taken;
}

function keyOn(system: System, { key, mac, linux, win }: Omit<OwnBinding, 'when'>): string {
  return { linux, windows: win, macos: mac }[system] ?? key;
}

/** With the modifiers in one order. */
function normal(key: string): string {
  const parts = key.toLowerCase().split(/\+(?!$)/);
  return [...parts.slice(0, -1).sort(), parts.at(-1)].join('+');
}
