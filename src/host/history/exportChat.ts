import * as vscode from 'vscode';
import { chatCopy } from '../../core/chat/chatCopy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { titleOf } from '../../core/conversation/chatTitle';
import { Conversation } from '../../core/conversation/conversation';
import type { Turn } from '../../core/conversation/turn';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import { askExportFile, writeExport } from './exportFile';
import { markdownWords } from './markdownWords';

export interface ExportChatParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A chat in the forms it can be exported in. */
interface Exportable {
  readonly title: string;
  readonly turns: readonly Turn[];
  /** The chat file, for Import Chat. Undefined: it was deleted meanwhile. */
  log(): Promise<Uint8Array | undefined>;
}

/** "Export Chat as Markdown…", also of chats in the history: a document for people, or a file to import again. */
export class ExportChat {
  constructor(private readonly parts: ExportChatParts) {}

  /** The chat that is shown, as it is in memory: it can be saved like this when the disk of the chats takes nothing. */
  async current(): Promise<void> {
    const { chats } = this.parts;
    await chats.restore();
    if (chats.current.isEmpty) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to export yet. Ask a question first.'));
    } else await this.export(this.ofSession(chats.current));
  }

  /** A chat of the history. Rejects with the Failure `storageUnavailable`. */
  async one(chatId: string): Promise<void> {
    const { chats, library } = this.parts;
    const session = chats.find(chatId);
    if (session) return this.export(this.ofSession(session));
    const saved = await library.load(chatId);
    if (!saved) return tellGone();
    const turns = new Conversation(chatId, saved.turns, saved.leafId).path();
    await this.export({ title: saved.title ?? titleOf(turns), turns, log: () => library.exportLog(chatId) });
  }

  private ofSession(session: ChatSession): Exportable {
    const { library, newId, now } = this.parts;
    return {
      title: session.title,
      turns: session.turns(),
      log: async () => {
        const isOnDisk = session.saving !== 'failing' && session.saving !== 'deleted';
        return isOnDisk ? library.exportLog(session.chatId) : chatCopy(session, newId(), now());
      },
    };
  }

  private async export(chat: Exportable): Promise<void> {
    const file = await askExportFile(chat.title);
    if (!file) return;
    const isLog = file.path.toLowerCase().endsWith('.jsonl');
    const bytes = isLog ? await chat.log() : await markdownOf(chat);
    if (!bytes) return tellGone();
    if ((await writeExport(file, bytes)) === 'chooseAgain') await this.export(chat);
  }
}

async function markdownOf({ title, turns }: Exportable): Promise<Uint8Array> {
  const { chatMarkdown } = await import('../../core/conversation/chatMarkdown');
  return new TextEncoder().encode(chatMarkdown(title, turns, markdownWords()));
}

function tellGone(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('This chat no longer exists. It may have been deleted in another window.'),
  );
}
