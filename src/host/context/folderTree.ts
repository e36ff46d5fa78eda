import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import type { WorkspacePaths } from './workspacePaths';

/** The most paths that go along: what a model learns from a list is in its beginning. */
const mostListed = 2_000;

/** A folder goes along as the list of what is in it. Its chip says so. */
export function folderTree(paths: WorkspacePaths, folder: string, id: string): Attachment | undefined {
  const files = paths.filesIn(folder).toSorted();
  const uri = paths.folderUriOf(folder);
  if (files.length === 0 || !uri) return undefined;
  const listed = files.slice(0, mostListed);
  const path =
    listed.length < files.length
      ? vscode.l10n.t('{0} (the first {1} of {2} paths)', folder, listed.length, files.length)
      : vscode.l10n.t('{0} (list of {1} paths)', folder, files.length);
  return { kind: 'file', id, uri: uri.toString(), path, languageId: 'text', text: listed.join('\n') };
}
