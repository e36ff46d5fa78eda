/** A `vscode` and a context for it, both of which take everything and do nothing. */
export interface IdleApi {
  readonly vscode: object;
  readonly context: object;
}

/** `onFile` hears of what is asked of `workspace.fs`, which would be a disk in VS Code. */
export function idleApi(onFile: (name: string) => void): IdleApi {
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
  };
  // A bundle copies the names it finds in the module and leaves the rest to the prototype; so that one knows every name.
  return { vscode: Object.create(anything(vscode)), context: anything(context) };
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
