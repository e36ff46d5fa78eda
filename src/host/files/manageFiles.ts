import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { ChatSession } from '../../core/chat/chatSession';
import type { UploadAttachment } from '../../core/conversation/turn';
import { FileListing } from '../../core/googleFiles/fileListing';
import { mediaOf } from '../../core/googleFiles/fileTypes';
import { fileUses } from '../../core/googleFiles/fileUses';
import type { GoogleFile } from '../../core/interactions/googleFiles';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';
import { askWhatToDo, mayDelete } from './askAboutFile';
import { canBeAsked } from './fileItems';
import { type FileAction, type FilePlace, pickFile } from './filePick';
import { helpFor, type ListHelp } from './listHelp';

/** How long a line in the status bar stays. Milliseconds. */
const lineMs = 5_000;

/** "Manage Google Files…": what was uploaded with this key, to be found, asked about, copied and deleted. */
export class ManageFiles {
  constructor(private readonly services: Services) {}

  /** `chatId`: the chat that a file is added to. Default: the one in front. `shown`: `stores` for their list. */
  async run(chatId: unknown, shown?: unknown): Promise<void> {
    if (shown === 'stores' && !(await this.showStores(chatId))) return;
    const { googleFiles, apiKey, prepared, onError, now } = this.services;
    const listing = new FileListing({
      files: googleFiles,
      uses: async (since, signal) => {
        await prepared.restore();
        return fileUses(this.services, since, signal);
      },
      onError,
    });
    const listening = apiKey.onDidChange(() => void listing.changeProject().catch(onError));
    void listing.refresh().catch(onError);
    try {
      let place: FilePlace | undefined = { query: '', name: undefined };
      while (place) {
        const choice = await pickFile(listing, place, now, onError);
        if (!choice) return;
        if (choice.kind === 'other') {
          const isBack = choice.list === 'stores' ? await this.showStores(chatId) : await this.showSandboxes();
          if (!isBack) return;
          continue;
        }
        place =
          choice.kind === 'help'
            ? await this.help(choice.help, listing)
            : await this.act(choice.kind, choice.file, choice.query, listing, chatId);
      }
    } finally {
      listening.dispose();
      listing.dispose();
    }
  }

  /** True: the user came back. */
  private async showStores(chatId: unknown): Promise<boolean> {
    const { ManageStores } = await import('./manageStores');
    return new ManageStores(this.services).run(chatId);
  }

  /** True: the user came back. */
  private async showSandboxes(): Promise<boolean> {
    const { ManageSandboxes } = await import('./manageSandboxes');
    return new ManageSandboxes(this.services).run();
  }

  /** Undefined: the list is not shown again. */
  private async help({ action }: ListHelp, listing: FileListing<GoogleFile>): Promise<FilePlace | undefined> {
    await this.services.notices.act(action, async () => {});
    void listing.refresh().catch(this.services.onError);
    return { query: '', name: undefined };
  }

  private async act(
    kind: FileAction | 'ask',
    file: GoogleFile,
    query: string,
    listing: FileListing<GoogleFile>,
    chatId: unknown,
  ): Promise<FilePlace | undefined> {
    const back: FilePlace = { query, name: file.name };
    const action: FileAction | undefined = kind === 'ask' ? await askWhatToDo(file) : kind;
    switch (action) {
      case undefined:
        return back;
      case 'addToChat':
        return this.addToChat(file, chatId);
      case 'copyName':
        await copy(file.name, vscode.l10n.t('The name of the file was copied.'));
        return undefined;
      case 'copyAddress':
        await copy(file.uri, vscode.l10n.t('The address of the file was copied.'));
        return undefined;
      case 'delete':
        if (await mayDelete(file, listing.chatsWith(file.name))) await this.delete(file, listing);
        return back;
    }
  }

  private async addToChat(file: GoogleFile, chatId: unknown): Promise<undefined> {
    const { chats, chatInFront, gate, pending, view } = this.services;
    const attachment = this.attachmentOf(file);
    const passed = attachment && (await passAttachments(gate, [attachment]));
    if (!passed) return;
    const session: ChatSession = (typeof chatId === 'string' && chats.find(chatId)) || (await chatInFront());
    pending.add(session.chatId, passed);
    if (session === chats.current) await view.focus();
  }

  private attachmentOf(file: GoogleFile): UploadAttachment | undefined {
    const { name, uri, displayName, mimeType, size, expiresAt = Number.MAX_SAFE_INTEGER } = file;
    const media = mediaOf(mimeType);
    if (media === undefined || !canBeAsked(file)) return undefined;
    const remote = { name, uri, expiresAt };
    return { kind: 'upload', id: this.services.newId(), name: displayName, media, mimeType, size, remote };
  }

  private async delete(file: GoogleFile, listing: FileListing<GoogleFile>): Promise<void> {
    const { googleFiles, notices, onError } = this.services;
    const title = vscode.l10n.t('Deleting “{0}” at Google', file.displayName);
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        googleFiles.delete(file.name, new AbortController().signal),
      );
      listing.remove(file.name);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const words = vscode.l10n.t('“{0}” was not deleted. {1}', file.displayName, failureSentence(error));
      const retry = () => this.delete(file, listing);
      void notices.show(error, retry, words, helpFor(error).action).catch(onError);
    }
  }
}

async function copy(text: string, words: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(words, lineMs);
}
