import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';

/** The most files that are read for one list of changes. */
const mostFiles = 100;

/** What is used of the API of VS Code's own Git extension, version 1. Source: `extensions/git/src/api/git.d.ts` of VS Code. */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly indexChanges: readonly Change[]; readonly workingTreeChanges: readonly Change[] };
  diffWithHEAD(path: string): Promise<string>;
  diffIndexWithHEAD(path: string): Promise<string>;
}
interface Change {
  readonly uri: vscode.Uri;
}

/** Changes that can go along. */
export interface GitChanges {
  readonly label: string;
  readonly description: string;
  /** Reads them, and lets the user hold some back. Undefined: nothing is left. */
  read(gate: OutgoingGate, id: string): Promise<Attachment | undefined>;
}

/** The changes of each repository, staged and not. Empty while Git is not in use. */
export function gitChanges(): readonly GitChanges[] {
  const extension = vscode.extensions.getExtension<GitExtension | undefined>('vscode.git');
  const { repositories = [] } = extension?.isActive ? (extension.exports?.getAPI(1) ?? {}) : {};
  return repositories.flatMap((repository) => {
    const { indexChanges, workingTreeChanges } = repository.state;
    const staged = vscode.l10n.t('Staged Changes');
    const changed = vscode.l10n.t('Changes');
    const both = [
      of(repository, staged, indexChanges, (path) => repository.diffIndexWithHEAD(path)),
      of(repository, changed, workingTreeChanges, (path) => repository.diffWithHEAD(path)),
    ];
    return both.filter((one) => one !== undefined);
  });
}

function of(
  { rootUri }: Repository,
  label: string,
  changes: readonly Change[],
  diff: (path: string) => Promise<string>,
): GitChanges | undefined {
  if (changes.length === 0) return undefined;
  const name = rootUri.path.split('/').at(-1) ?? '';
  return {
    label,
    description:
      changes.length === 1
        ? vscode.l10n.t('Git, 1 file in {0}', name)
        : vscode.l10n.t('Git, {0} files in {1}', changes.length, name),
    read: async (gate, id) => {
      const read = changes.slice(0, mostFiles).map(async ({ uri }) => ({
        name: vscode.workspace.asRelativePath(uri),
        text: await diff(uri.fsPath),
        files: [uri.toString()],
      }));
      const passed = await gate.review(await Promise.all(read));
      const text = (passed ?? []).filter((one) => one !== undefined && one.trim() !== '').join('\n');
      const path = `${label} (${name})`;
      return text === '' ? undefined : { kind: 'file', id, uri: rootUri.toString(), path, languageId: 'diff', text };
    },
  };
}
