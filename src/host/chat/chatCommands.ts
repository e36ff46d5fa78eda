import type * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import type { Disposable } from '../../core/base/disposables';
import type { Event } from '../../core/base/emitter';
import type { ChatSession } from '../../core/chat/chatSession';
import { Chats } from '../../core/chat/chats';
import { ModelTitles } from '../../core/chat/modelTitles';
import { usualLimits } from '../../core/interactions/limits';
import type { Interactions } from '../../core/interactions/port';
import { ChatLibrary } from '../../core/storage/library/chatLibrary';
import type { BannerAction } from '../../protocol';
import { ChatDeletion } from '../history/chatDeletion';
import { DeleteAtGoogle } from '../history/deleteAtGoogle';
import { ExportChat } from '../history/exportChat';
import { importChat } from '../history/importChat';
import { openChat } from '../history/openChat';
import { RecentChats } from '../history/recentChats';
import { RecoverChats } from '../history/recoverChats';
import { ChatHistory } from '../history/showHistory';
import { workspaceTag } from '../history/workspaceTag';
import { storageFiles } from '../platform/storageFiles';
import { namesByModel, readModel, runsInBackground } from '../settings/settings';
import { BackgroundModels } from './backgroundChoice';
import { WorkspaceWindowState } from './windowState';

export interface ChatCommandsParts {
  readonly context: vscode.ExtensionContext;
  readonly interactions: Interactions;
  /** The key changed: what waits for an answer asks again. */
  readonly onKeyChange: Event<void>;
  /** What "Continue" asks. */
  readonly continuePrompt: string;
  readonly focusView: () => Promise<void>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** The chats of this window and what can be done with each: builds them and connects them with the disk. */
export class ChatCommands {
  readonly chats: Chats;
  private readonly library: ChatLibrary;
  private readonly history: ChatHistory;
  private readonly exporting: ExportChat;
  private readonly deletion: ChatDeletion;
  private readonly deletingAtGoogle: DeleteAtGoogle;
  private readonly titles: ModelTitles;
  private readonly following: Disposable;
  private isPurged = false;

  constructor(private readonly parts: ChatCommandsParts) {
    const { context, interactions, continuePrompt, newId, now, onError } = parts;
    const windowId = newId();
    const files = storageFiles(context.globalStorageUri, windowId);
    const library = new ChatLibrary({ files, clock: systemClock, windowId, newId, now, onError });
    this.library = library;
    const background = new BackgroundModels(context.globalState, runsInBackground);
    parts.onKeyChange(() => background.forget());
    const chats = new Chats({
      interactions,
      records: {
        load: (chatId) => {
          this.purgeTrash();
          return library.load(chatId);
        },
        journal: (chatId, workspace) => library.journal(chatId, workspace),
      },
      window: new WorkspaceWindowState(context.workspaceState),
      model: readModel,
      background,
      workspace: workspaceTag,
      continuePrompt,
      newId,
      now,
      onError,
      onWake: parts.onKeyChange,
      clock: systemClock,
      limits: usualLimits,
      random: Math.random,
    });
    this.chats = chats;
    const recent = new RecentChats(context.globalState, now);
    this.following = recent.follow(chats);
    const open = (chatId: string) => openChat(chats, { focus: parts.focusView }, chatId);
    this.exporting = new ExportChat({ chats, library, newId, now });
    this.deletion = new ChatDeletion({ chats, library, recent, open, onError });
    this.deletingAtGoogle = new DeleteAtGoogle({
      chats,
      interactions,
      deleteHere: (chatId) => this.deletion.delete(chatId),
    });
    this.history = new ChatHistory({
      chats,
      library,
      deletion: this.deletion,
      recovery: new RecoverChats({ chats, library, recent, interactions, newId, now }),
      open,
      exportChat: (chatId) => this.exporting.one(chatId),
      importChat: () => this.import(),
      now,
      onError,
    });
    this.titles = new ModelTitles({ chats, interactions, clock: systemClock, isWanted: namesByModel, onError });
  }

  /** Brings back what this window had open. Once, and never in the way of what the user does meanwhile. */
  restore(): Promise<void> {
    return this.chats.restore();
  }

  showHistory(): Promise<void> {
    return this.history.show();
  }

  export(): Promise<void> {
    return this.exporting.current();
  }

  import(): Promise<void> {
    const { focusView } = this.parts;
    return importChat(this.library, (chatId) => openChat(this.chats, { focus: focusView }, chatId));
  }

  deleteAtGoogle(): Promise<void> {
    return this.deletingAtGoogle.run();
  }

  async togglePrivate(): Promise<void> {
    await this.chats.restore();
    const { current } = this.chats;
    current.setPrivate(!current.isPrivate);
  }

  /** The one thing that helps with what the banner over a chat says. */
  async act(session: ChatSession, action: BannerAction): Promise<void> {
    switch (action) {
      case 'exportChat':
        return this.exporting.one(session.chatId);
      case 'takeOver':
        return session.takeOver();
      case 'restoreChat':
        return this.restoreDeleted(session);
    }
  }

  dispose(): void {
    this.titles.dispose();
    this.following.dispose();
    this.chats.dispose();
  }

  private async restoreDeleted(session: ChatSession): Promise<void> {
    if (await this.deletion.restore(session.chatId)) await session.takeOver();
  }

  /** Once, with the first look at the disk, and never in its way. */
  private purgeTrash(): void {
    if (this.isPurged) return;
    this.isPurged = true;
    void this.library.purgeTrash().catch(this.parts.onError);
  }
}
