import * as vscode from 'vscode';
import type { NoMedium } from '../../core/attachments/answerMedium';
import type { ChatSession } from '../../core/chat/chatSession';
import { isImageModel } from '../../core/interactions/imageFormat';
import { usualImageModel } from '../../core/models/modelTable';
import { modelLabel } from '../../parts/modelLabel';
import type { MediaAction } from '../../protocol/media';
import type { PanelHandle } from '../panel/panelHandle';
import { fromBase64 } from '../platform/base64';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { type MediaPlace, mediumAt, nameAt, partAt } from './mediaAt';
import { keepFile } from './mediaFile';
import { saveFile } from './saveFile';

/** What can be done with the pictures, recordings, videos and documents of answers. */
export class AnswerMedia {
  constructor(private readonly services: Pick<Services, 'context'>) {}

  /** Sends a picture to the page that shows it. */
  send(panel: PanelHandle, turnId: string, part: number): void {
    const medium = mediumAt(panel.session, { turnId, part });
    if (typeof medium === 'string') panel.post({ type: 'mediaArrived', turnId, part, bytes: new Uint8Array() });
    else panel.post({ type: 'mediaArrived', turnId, part, mimeType: medium.mimeType, bytes: medium.bytes });
  }

  async act(panel: PanelHandle, place: MediaPlace, action: MediaAction): Promise<void> {
    const { session } = panel;
    const medium = mediumAt(session, place);
    if (typeof medium === 'string') {
      const part = partAt(session, place);
      if (action === 'saveMedia' && part?.data !== undefined) {
        return saveFile(`${nameAt(session, place, part.media)}.bin`, fromBase64(part.data));
      }
      return refuse(medium);
    }
    const name = `${nameAt(session, place, medium.media)}.${medium.ending}`;
    if (action === 'saveMedia') return saveFile(name, medium.bytes);
    const file = await keepFile(
      this.services.context.globalStorageUri,
      session.chatId,
      { ...place, name },
      medium.bytes,
    );
    if (action === 'openMedia') {
      await vscode.commands.executeCommand('vscode.open', file);
      return;
    }
    // As any file: it is looked at there, and what is too large for a request is uploaded.
    await runCommand('geminiInteractions.attach', [file], session.chatId);
    panel.post({ type: 'composerFocused' });
    if (!isImageModel(session.model)) drawNext(session, modelAt(session, place));
  }
}

/** The model that made it, or the usual one: code that ran made it, for one. */
function modelAt(session: ChatSession, { turnId }: MediaPlace): string {
  const model = session.turns().find(({ id }) => id === turnId)?.model ?? '';
  return isImageModel(model) ? model : usualImageModel;
}

/** A model for words would only talk about the picture. */
function drawNext(session: ChatSession, model: string): void {
  const before = session.model;
  session.setModel(model);
  const back = vscode.l10n.t('Keep {0}', modelLabel(before));
  const words = vscode.l10n.t('The next questions of this chat go to {0}, which edits images.', modelLabel(model));
  void vscode.window.showInformationMessage(words, back).then((choice) => choice === back && session.setModel(before));
}

function refuse(why: NoMedium): void {
  const words =
    why === 'elsewhere'
      ? vscode.l10n.t('This file is not in the chat: it lies elsewhere.')
      : vscode.l10n.t(
          'This file is not what it says it is, so it isn’t opened. You can save it and look at it yourself.',
        );
  void vscode.window.showWarningMessage(words);
}
