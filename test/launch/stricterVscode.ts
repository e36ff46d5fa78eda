import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The window, and what runs extensions. Each has its own copy of the checks. */
const checked = [
  join('vs', 'code', 'browser', 'workbench', 'workbench.js'),
  join('vs', 'workbench', 'api', 'node', 'extensionHostProcess.js'),
  join('vs', 'workbench', 'api', 'worker', 'extensionHostWorkerMain.js'),
];

/** Makes the VS Code in this folder of a server behave to extensions and to people as an installed one does. */
export async function makeStricter(server: string): Promise<void> {
  const out = join(server, 'out');
  for (const file of checked) await change(join(out, file), withProposalChecks);
  await change(join(out, checked[0] ?? ''), withToasts);
}

/**
 * The build in the npm package lets every extension use every proposed API. An installed VS Code knows only the proposals
 * that a manifest names, with or without a version behind an @, and lets an extension of the Marketplace name none.
 */
export function withProposalChecks(source: string): string {
  const name = String.raw`[\w$]+`;
  // Minified names change from version to version; the error that follows does not.
  const always = new RegExp(
    String.raw`(function (${name})\((${name}),(${name})\)\{return)!0(\}function ${name}\(\3,\4\)\{if\(!\2\(\3,\4\)\)` +
      String.raw`throw new Error\(.Extension '\$\{\3\.identifier\.value\}' CANNOT use API proposal)`,
    'g',
  );
  const check = '$1!!$3.enabledApiProposals?.some(p=>p===$4||p.startsWith($4+"@"))$5';
  return replaceOnly(source, always, check, 'lets extensions use proposed API');
}

/**
 * The flag that lets a window load an extension in development also holds back every notification that would pop up, as
 * VS Code's own smoke tests want it. A person has to see them, and so have tests that act as one.
 */
export function withToasts(source: string): string {
  const held = /isNotificationsCenterVisible&&!this\.environmentService\.enableSmokeTestDriver&&/g;
  return replaceOnly(source, held, 'isNotificationsCenterVisible&&', 'holds notifications back');
}

function replaceOnly(source: string, place: RegExp, replacement: string, what: string): string {
  const { length } = [...source.matchAll(place)];
  if (length === 1) return source.replace(place, replacement);
  throw new Error(`This VS Code ${what} in a way not known here (${length} places). See test/launch/stricterVscode.ts`);
}

async function change(path: string, edit: (source: string) => string): Promise<void> {
  await writeFile(path, edit(await readFile(path, 'utf8')));
}
