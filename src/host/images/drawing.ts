import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Attachment } from '../../core/conversation/turn';
import { chatForQuestion } from '../base/chatForQuestion';
import { viewPlace } from '../panel/panelHandle';
import { askBoxed } from '../panel/typedQuestion';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { chooseImage, firstChoice, type ImageChoice } from './chooseImage';
import { offerEdited } from './editedPicture';
import { readPicture, uriInFront } from './readPicture';

export type DrawingServices = Pick<
  Services,
  'apiKey' | 'chats' | 'context' | 'drafts' | 'gate' | 'models' | 'newId' | 'onError' | 'view'
>;

/** Asks a model that makes images, in the chat of the side bar. */
export class Drawing {
  /** What was chosen the last time in this window. */
  private choice: ImageChoice = firstChoice;

  constructor(private readonly services: DrawingServices) {}

  /** "Generate Image…". `given`: what it shows; else the user is asked. */
  async generate(given: unknown): Promise<void> {
    if (!(await this.services.apiKey.ensure())) return;
    const title = vscode.l10n.t('Generate Image');
    const prompt =
      typeof given === 'string' && given.trim() !== ''
        ? given
        : await askForPrompt(
            title,
            vscode.l10n.t('What does the image show?'),
            vscode.l10n.t('A kiosk at the sea, in the style of a woodcut'),
          );
    if (prompt === undefined) return;
    await askBoxed(this.services.drafts, viewPlace, prompt, async (onKept) => {
      const choice = await chooseImage(this.services, title, this.choice);
      if (!choice) return;
      this.choice = choice;
      await this.ask(prompt, choice, [], onKept);
    });
  }

  /** "Edit with Gemini…". `given`: the file; else the one that is shown in front. */
  async edit(given: unknown): Promise<void> {
    const { apiKey, context, drafts, gate, newId } = this.services;
    if (!(await apiKey.ensure())) return;
    const file = await readPicture(given instanceof vscode.Uri ? given : uriInFront(), newId());
    if (!file) return;
    const prompt = await askForPrompt(
      vscode.l10n.t('Edit {0} with Gemini', file.name),
      vscode.l10n.t('What should change? The result comes beside the file, never over it.'),
      vscode.l10n.t('Make it night, and light the windows'),
    );
    if (prompt === undefined) return;
    const session = await askBoxed(drafts, viewPlace, prompt, async (onKept) => {
      const passed = await passAttachments(gate, [file]);
      const choice = { ...this.choice, ratio: undefined, size: undefined, count: 1 };
      return passed && this.ask(prompt, choice, passed, onKept);
    });
    if (session) await offerEdited(context.globalStorageUri, session, vscode.Uri.parse(file.uri, true));
  }

  /** Resolves with the chat when the answer has ended. Undefined: nothing was asked. */
  private async ask(
    prompt: string,
    choice: ImageChoice,
    attachments: readonly Attachment[],
    onKept: () => void,
  ): Promise<ChatSession | undefined> {
    const { chats, gate, view } = this.services;
    const allowed = await allowedPrompt(gate, withCount(prompt, choice.count));
    const session = allowed === undefined ? undefined : await chatForQuestion(chats);
    if (allowed === undefined || !session) return undefined;
    await view.reveal();
    const { model, ratio, size } = choice;
    const isAsked = await session.send(allowed, attachments, {
      model,
      onKept,
      image: { ...(ratio && { ratio }), ...(size && { size }) },
    });
    return isAsked ? session : undefined;
  }
}

async function askForPrompt(title: string, question: string, placeHolder: string): Promise<string | undefined> {
  const prompt = await vscode.window.showInputBox({ title, prompt: question, placeHolder, ignoreFocusOut: true });
  return prompt === undefined || prompt.trim() === '' ? undefined : prompt;
}

/** The API has no field for it. */
function withCount(prompt: string, count: number): string {
  return count > 1 ? `${prompt}\n\nMake ${count} different images.` : prompt;
}
