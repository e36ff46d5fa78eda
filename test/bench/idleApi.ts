import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../launch/repositoryRoot';

/** A `vscode` and a context for it, both of which take everything and do nothing. */
export interface IdleApi {
  readonly vscode: object;
  readonly context: object;
}

/**
 * `onFile` hears of what is asked of `workspace.fs`, which would be a disk in VS Code. `storage`: the folder in which the
 * extension keeps what is its own.
 */
export function idleApi(onFile: (name: string) => void, storage?: string): IdleApi {
  const fs = new Proxy({}, { get: (_, name) => () => Promise.resolve(onFile(`workspace.fs.${String(name)}`)) });
  const settings = { get: (_key: string, fallback: unknown) => fallback, inspect: () => undefined };
  const vscode = Object.assign(Object.create(null), {
    workspace: anything({ fs, getConfiguration: () => settings, isTrusted: true }),
    l10n: { t: (text: unknown) => (typeof text === 'string' ? text : '') },
    ExtensionMode: { Production: 1, Development: 2, Test: 3 },
  });
  const memento = {
    get: (_key: string, fallback: unknown) => fallback,
    update: () => Promise.resolve(),
    keys: () => [],
  };
  const secrets = anything({ get: () => Promise.resolve(undefined) });
  const context = {
    subscriptions: [],
    extensionMode: 1,
    ...{ globalState: memento, workspaceState: memento, secrets },
    ...(storage !== undefined && { globalStorageUri: { scheme: 'file', path: storage, fsPath: storage } }),
  };
  return { vscode: withItsNames(anything(vscode)), context: anything(context) };
}

/**
 * The real API is an object of hundreds of names, and a bundle may copy them all for each file that imports it: what that
 * takes has to be seen here too. What is not among them is left to the prototype.
 */
function withItsNames(api: object): object {
  const types = readFileSync(join(repositoryRoot, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
  const names = [...types.matchAll(/^\texport (?:class|namespace|enum|const|function) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  if (names.length < 100) throw new Error('The types of VS Code are not written as they were');
  const values = names.map((name): [string, unknown] => [name, Reflect.get(api, name)]);
  return Object.freeze(Object.create(api, Object.getOwnPropertyDescriptors(Object.fromEntries(values))));
}

/** Is called, built and read like anything at all, save for what is known of it. */
function anything(known: object): object {
  // Not an arrow, since classes are among what it stands for.
  const nothing = function nothing() {};
  return new Proxy(nothing, {
    get: (_, name) => {
      if (name in known) return Reflect.get(known, name);
      // A promise would be waited for in vain.
      if (name === 'then') return undefined;
      if (name === Symbol.toPrimitive) return () => '';
      if (name === Symbol.iterator) return () => [].values();
      if (name === 'prototype') return nothing.prototype;
      return anything({});
    },
    set: () => true,
    apply: () => anything({}),
    construct: () => anything({}),
  });
}
