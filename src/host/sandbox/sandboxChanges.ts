import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import { returnedPath } from '../../core/editing/apply/returnedPath';
import type { SandboxEntry, Sandboxes } from '../../core/interactions/sandboxes';

/** What a sandbox has of a file that is different here. */
interface SandboxChange {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly isNew: boolean;
}

/** `edited`: it was changed here since it was sent, or went without a part of it. */
type Refusal = 'unsafe' | 'protected' | 'tooLarge' | 'binary' | 'outside' | 'edited';

export interface SandboxChanges {
  readonly changes: readonly SandboxChange[];
  /** The others, by their paths as the sandbox says them. */
  readonly refused: readonly { readonly path: string; readonly why: Refusal }[];
  /** There are more files than are looked at. */
  readonly hasMore: boolean;
}

/** Text of a project is smaller. Bytes. */
const largest = 1_000_000;
export const mostFiles = 1_000;
/** How many files are fetched at once. */
const atOnce = 8;

type SentFile = Extract<Attachment, { kind: 'file' }>;

/**
 * What a sandbox has that is different from what was sent to it. Nothing is written. A path is checked before anything is
 * asked about it, and a file is fetched only where it may be shown.
 */
export async function sandboxChanges(
  sandboxes: Sandboxes,
  environmentId: string,
  sent: readonly SentFile[],
  signal: AbortSignal,
): Promise<SandboxChanges> {
  const { entries, isWhole } = await sandboxes.list(environmentId, signal);
  const changes: SandboxChange[] = [];
  const refused: { path: string; why: Refusal }[] = [];
  const seen = new Set<string>();
  const looked = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostFiles);
  const waiting = looked.map((entry, at) => ({ entry, at }));
  const found: (SandboxChange | Refusal | undefined)[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) found[next.at] = await changeOf(next.entry);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const [at, { path }] of looked.entries()) {
    const one = found[at];
    if (typeof one === 'string') refused.push({ path, why: one });
    else if (one) changes.push(one);
  }
  return { changes, refused, hasMore: !isWhole || entries.length > looked.length };

  async function changeOf({ path, size }: SandboxEntry): Promise<SandboxChange | Refusal | undefined> {
    const checked = returnedPath(path);
    if ('refusal' in checked) return checked.refusal;
    // File systems that take no notice of case have one file of both.
    const key = checked.path.toLowerCase();
    if (seen.has(key)) return 'unsafe';
    seen.add(key);
    if (!(size <= largest)) return 'tooLarge';
    const source = sent.find(({ sandboxPath }) => sandboxPath === checked.path);
    const uri = source ? vscode.Uri.parse(source.uri) : placeOf(checked.path);
    if (!uri || !(await isInside(uri))) return 'outside';
    const bytes = await sandboxes.read(environmentId, path, signal);
    if (bytes.length > largest) return 'tooLarge';
    const text = textOf(bytes);
    if (text === undefined) return 'binary';
    if (source && text === source.text) return undefined;
    const here = await textHere(uri);
    if (here === text) return undefined;
    if (here !== source?.text) return 'edited';
    return { uri, text, isNew: here === undefined };
  }
}

/** A new file lies in the first folder, where the files that were sent lie if there is only one. */
function placeOf(path: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

/** Whether a place is in the workspace, and no link on the way there leads out of it. */
async function isInside(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const names = uri.path
    .slice(folder.uri.path.length)
    .split('/')
    .filter((name) => name !== '');
  for (let depth = 1; depth <= names.length; depth += 1) {
    const place = vscode.Uri.joinPath(folder.uri, ...names.slice(0, depth));
    const type = await typeOf(place);
    if (type === undefined) return true;
    if ((type & vscode.FileType.SymbolicLink) !== 0) return false;
    if (depth < names.length && (type & vscode.FileType.Directory) === 0) return false;
    if (depth === names.length && (type & vscode.FileType.File) === 0) return false;
  }
  return names.length > 0;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

/** With what was not saved yet. Undefined: there is no such file. */
async function textHere(uri: vscode.Uri): Promise<string | undefined> {
  if ((await typeOf(uri)) === undefined) return undefined;
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
