import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { type MediaPlace, mediumAt } from './mediaAt';
import { keepFile } from './mediaFile';

/** More files of one name than anybody keeps. */
const mostNames = 1_000;

/**
 * Shows the picture that the last answer brought beside the file that it was made of, and writes it into the folder of that
 * file if the user says so. `storage`: our folder.
 */
export async function offerEdited(storage: vscode.Uri, session: ChatSession, original: vscode.Uri): Promise<void> {
  const place = lastPicture(session);
  const medium = place && mediumAt(session, place);
  // Words, a failure or a fake: the chat shows it.
  if (!place || typeof medium !== 'object') return;
  const [folder, stem] = [vscode.Uri.joinPath(original, '..'), stemOf(original)];
  const name = `${stem}-edited.${medium.ending}`;
  const kept = await keepFile(storage, session.chatId, { ...place, name }, medium.bytes);
  const title = vscode.l10n.t('{0}: before and after', original.path.split('/').at(-1) ?? '');
  await vscode.commands.executeCommand('vscode.diff', original, kept, title);
  const save = vscode.l10n.t('Save Beside It');
  const words = vscode.l10n.t('Save the edited image beside the file? The file stays as it is.');
  if ((await vscode.window.showInformationMessage(words, save)) !== save) return;
  const written = await copyBeside(kept, folder, stem, medium.ending);
  if (written) await vscode.commands.executeCommand('vscode.open', written);
}

function lastPicture(session: ChatSession): MediaPlace | undefined {
  const turn = session.turns().at(-1);
  const part = turn?.parts.findIndex((one) => one.kind === 'media' && one.media === 'image') ?? -1;
  return turn && part >= 0 ? { turnId: turn.id, part } : undefined;
}

function stemOf(uri: vscode.Uri): string {
  return (uri.path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
}

/** Writes over nothing: where the name is taken, the next one is tried. Undefined: it cannot be written there. */
async function copyBeside(
  kept: vscode.Uri,
  folder: vscode.Uri,
  stem: string,
  ending: string,
): Promise<vscode.Uri | undefined> {
  for (let number = 1; number < mostNames; number += 1) {
    const target = vscode.Uri.joinPath(folder, `${stem}-edited${number > 1 ? `-${number}` : ''}.${ending}`);
    try {
      await vscode.workspace.fs.copy(kept, target, { overwrite: false });
      return target;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileExists') continue;
      break;
    }
  }
  void vscode.window.showErrorMessage(vscode.l10n.t('The image couldn’t be saved there. It is in the chat.'));
  return undefined;
}
