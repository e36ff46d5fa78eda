import * as vscode from 'vscode';
import { type AnswerMedium, type NoMedium, readAnswerMedium } from '../../core/attachments/answerMedium';
import type { ChatSession } from '../../core/chat/chatSession';
import type { MediaPart } from '../../parts/mediaPart';
import type { MediaAction } from '../../protocol/media';
import type { PanelHandle } from '../panel/panelHandle';
import { fromBase64 } from '../platform/base64';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { keepFile } from './mediaFile';
import { saveFile } from './saveFile';

/** Where a medium stands in a chat. `part` counts the parts of the answer from 0. */
interface MediaPlace {
  readonly turnId: string;
  readonly part: number;
}

/** What can be done with the pictures, recordings, videos and documents of answers. */
export class AnswerMedia {
  constructor(private readonly services: Pick<Services, 'context'>) {}

  /** Sends a picture to the page that shows it. */
  send(panel: PanelHandle, turnId: string, part: number): void {
    const medium = read(panel.session, { turnId, part });
    if (typeof medium === 'string') panel.post({ type: 'mediaArrived', turnId, part, bytes: new Uint8Array() });
    else panel.post({ type: 'mediaArrived', turnId, part, mimeType: medium.mimeType, bytes: medium.bytes });
  }

  async act(panel: PanelHandle, place: MediaPlace, action: MediaAction): Promise<void> {
    const { session } = panel;
    const medium = read(session, place);
    if (typeof medium === 'string') {
      const part = partAt(session, place);
      if (action === 'saveMedia' && part?.data !== undefined) {
        return saveFile(`${nameOf(session, place, part.media)}.bin`, fromBase64(part.data));
      }
      return refuse(medium);
    }
    const name = `${nameOf(session, place, medium.media)}.${medium.ending}`;
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
  }
}

function partAt(session: ChatSession, { turnId, part }: MediaPlace): MediaPart | undefined {
  const found = session.turns().find(({ id }) => id === turnId)?.parts[part];
  return found?.kind === 'media' ? found : undefined;
}

function read(session: ChatSession, place: MediaPlace): AnswerMedium | NoMedium {
  const part = partAt(session, place);
  return part ? readAnswerMedium(part.media, part.data) : 'elsewhere';
}

/** For people, such as `gemini-image-2`: the second one of the chat. Without its ending. */
function nameOf(session: ChatSession, place: MediaPlace, media: MediaPart['media']): string {
  let count = 0;
  for (const { id, parts } of session.turns()) {
    for (const [at, part] of parts.entries()) {
      if (part.kind === 'media' && part.media === media) count += 1;
      if (id === place.turnId && at === place.part) return `gemini-${media}-${count}`;
    }
  }
  return `gemini-${media}`;
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
