import * as vscode from 'vscode';
import type { Turn } from '../../core/conversation/turn';
import { type ReturnedFiles, returnedFiles } from '../../core/editing/apply/returnedFiles';
import type { Sandboxes } from '../../core/interactions/sandboxes';
import { filesHere } from './filesHere';

/** What a sandbox has that is different from what went into it. What was sent last of a file counts. */
export function sandboxChanges(
  sandboxes: Sandboxes,
  environmentId: string,
  turns: readonly Pick<Turn, 'attachments' | 'environmentId'>[],
  signal: AbortSignal,
): Promise<ReturnedFiles<vscode.Uri>> {
  const files = new Map<string, { readonly place: vscode.Uri; readonly text: string; readonly isEarlier: boolean }>();
  const repositories: string[] = [];
  const sent = turns.flatMap((turn) =>
    turn.attachments.map((one) => ({ one, isEarlier: turn.environmentId !== environmentId })),
  );
  for (const { one, isEarlier } of sent) {
    if ((one.kind !== 'file' && one.kind !== 'url') || one.sandboxPath === undefined) continue;
    if (one.kind === 'url') repositories.push(one.sandboxPath);
    else files.set(one.sandboxPath, { place: vscode.Uri.parse(one.uri), text: one.text, isEarlier });
  }
  return returnedFiles(sandboxes, environmentId, { files, repositories }, filesHere(), signal);
}
