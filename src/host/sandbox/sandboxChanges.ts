import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import { type ReturnedFiles, returnedFiles } from '../../core/editing/apply/returnedFiles';
import type { Sandboxes } from '../../core/interactions/sandboxes';
import { filesHere } from './filesHere';

/** What a sandbox has that is different from what went into it. What was sent last of a file counts. */
export function sandboxChanges(
  sandboxes: Sandboxes,
  environmentId: string,
  sent: readonly Attachment[],
  signal: AbortSignal,
): Promise<ReturnedFiles<vscode.Uri>> {
  const files = new Map<string, { readonly place: vscode.Uri; readonly text: string }>();
  const repositories: string[] = [];
  for (const one of sent) {
    if ((one.kind !== 'file' && one.kind !== 'url') || one.sandboxPath === undefined) continue;
    if (one.kind === 'url') repositories.push(one.sandboxPath);
    else files.set(one.sandboxPath, { place: vscode.Uri.parse(one.uri), text: one.text });
  }
  return returnedFiles(sandboxes, environmentId, { files, repositories }, filesHere(), signal);
}
