import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Failure } from '../../core/base/failure';
import type { Chats } from '../../core/chat/chats';
import type { ChatSummary } from '../../core/conversation/savedChat';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import { ChatSearch } from './chatSearch';
import { chatButtons, type HistoryItem, historyItems, recoverItem, wordsItem } from './historyItems';
import { historyRows } from './historyRows';
import type { RecentChat } from './recentChats';
import { unsavedChat } from './unsavedChat';
import { workspaceTag } from './workspaceTag';

/** What the user may do with the list. Each is called when the list has gone, save `delete`. */
export interface HistoryActions {
  open(chatId: string): Promise<void>;
  /** `query`: what was searched for when the list went, to come back to. */
  rename(chat: ChatSummary, query: string): Promise<void>;
  export(chatId: string): Promise<void>;
  import(): Promise<void>;
  showDeleted(): Promise<void>;
  recover(lost: readonly RecentChat[]): Promise<void>;
  /** Resolves once it is deleted. `onRestored`: the user took it back. */
  delete(chatId: string, onRestored: () => void): Promise<void>;
}

export interface HistoryPickParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  readonly actions: HistoryActions;
  /** Which chats are not among these although they were not deleted. */
  readonly findLost: (listed: readonly ChatSummary[]) => Promise<readonly RecentChat[]>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** How often the list is drawn again while hits come in, in milliseconds. */
const redrawMs = 50;

/** The list of all chats, from when it is shown until it goes. */
export class HistoryPick {
  private readonly own = new DisposableStore();
  private readonly pick = this.own.add(vscode.window.createQuickPick<HistoryItem>());
  private readonly search: ChatSearch;
  private readonly chatButtons = chatButtons();
  private readonly importButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('folder-opened'),
    tooltip: vscode.l10n.t('Import Chat…'),
  };
  private readonly deletedButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Deleted Chats'),
  };
  private saved: readonly ChatSummary[] = [];
  private lost: readonly RecentChat[] = [];
  private listing: 'running' | 'done' | 'failed' = 'running';
  private items: readonly HistoryItem[] = [];
  private redraw: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;

  constructor(private readonly parts: HistoryPickParts) {
    const { chats, library, onError } = parts;
    const { own, pick } = this;
    this.search = new ChatSearch(library, () => this.drawSoon());
    // The words of an answer change nothing in the list.
    own.add(chats.onDidChangeAnyChat(({ fact }) => fact.type !== 'answerChanged' && this.drawSoon()));
    own.add(pick.onDidChangeValue((query) => this.queryChanged(query)));
    own.add(pick.onDidAccept(() => this.accept().catch(onError)));
    own.add(pick.onDidTriggerButton((button) => this.pressTitleButton(button).catch(onError)));
    own.add(pick.onDidTriggerItemButton(({ button, item }) => this.pressChatButton(button, item).catch(onError)));
    own.add(
      pick.onDidHide(() => {
        this.isGone = true;
        clearTimeout(this.redraw);
        this.search.stop();
        library.closeSearch();
        own.dispose();
      }),
    );
  }

  /** Shows the list at once, and what is in it as soon as it is read. */
  async show(query: string): Promise<void> {
    const { pick } = this;
    pick.title = vscode.l10n.t('Chat History');
    pick.placeholder = vscode.l10n.t('Search all chats');
    pick.buttons = [this.importButton, this.deletedButton];
    // Marks in the lines what was searched for.
    pick.matchOnDetail = true;
    // Not in the published API yet. Without it VS Code puts matching titles before newer chats.
    Object.assign(pick, { sortByLabel: false });
    pick.value = query;
    pick.busy = true;
    pick.show();
    // Searching works without it, only slower, and says itself what it cannot read.
    void this.parts.library.prepareSearch().catch(() => undefined);
    this.search.find(query);
    await this.list();
    const { chats } = this.parts;
    if (query === '') this.choose(({ chat }) => chat?.id === chats.current.chatId);
  }

  private async list(): Promise<void> {
    if (this.isGone) return;
    this.listing = 'running';
    this.draw();
    try {
      this.saved = await this.parts.library.list();
      this.listing = 'done';
      void this.lookForLost(this.saved);
    } catch (error) {
      this.listing = 'failed';
      if (!(error instanceof Failure)) this.parts.onError(error);
    }
    this.draw();
  }

  private async lookForLost(saved: readonly ChatSummary[]): Promise<void> {
    try {
      this.lost = await this.parts.findLost(saved);
      this.draw();
    } catch (error) {
      // The list is there all the same, and the next one looks again.
      if (!(error instanceof Failure)) this.parts.onError(error);
    }
  }

  private queryChanged(query: string): void {
    this.search.find(query);
    this.pick.keepScrollPosition = false;
    this.draw();
    this.choose(({ chat }) => chat !== undefined);
    this.pick.keepScrollPosition = true;
  }

  private drawSoon(): void {
    this.redraw ??= setTimeout(() => this.draw(), redrawMs);
  }

  /** Draws the list again. The chosen line stays chosen wherever it goes; where it is gone, the next one is. */
  private draw(): void {
    clearTimeout(this.redraw);
    this.redraw = undefined;
    if (this.isGone) return;
    this.pick.busy = this.listing === 'running' || this.search.isSearching;
    const items = this.lines();
    // A list that is set again takes the focus from a user who walks through it by Tab.
    if (isSame(items, this.items)) return;
    const chosen = this.pick.activeItems[0];
    const place = chosen ? this.items.indexOf(chosen) : -1;
    this.items = items;
    this.pick.items = items;
    if (place < 0) return;
    if (!this.choose(({ chat }) => chat !== undefined && chat.id === chosen?.chat?.id)) {
      this.choose((item, index) => item.chat !== undefined && index >= place);
    }
  }

  private choose(isIt: (item: HistoryItem, index: number) => boolean): boolean {
    const item = this.items.find(isIt);
    if (item && !this.isGone) this.pick.activeItems = [item];
    return item !== undefined;
  }

  private lines(): readonly HistoryItem[] {
    const { listing, search } = this;
    const query = this.pick.value;
    const { chats, now } = this.parts;
    const around = {
      now: now(),
      shownChatId: chats.current.chatId,
      runningChatIds: new Set(chats.running.map(({ chatId }) => chatId)),
      workspaceUri: workspaceTag()?.uri,
    };
    const lines = [...historyItems(historyRows(this.all(), query, search.hits), around, this.chatButtons)];
    if (this.lost.length > 0 && query.trim() === '') lines.unshift(recoverItem(this.lost.length));
    if (listing === 'failed') {
      const label = vscode.l10n.t('The chats could not be read. Choose this line to try again.');
      lines.push({ label, alwaysShow: true, action: 'listAgain' });
    }
    if (search.hasFailed) lines.push(wordsItem(vscode.l10n.t('Some chats couldn’t be searched. Type again to retry.')));
    if (lines.length > 0 || listing === 'running' || search.isSearching) return lines;
    return [wordsItem(query.trim() === '' ? vscode.l10n.t('No chats yet') : vscode.l10n.t('No matching chats'))];
  }

  /** The chats on disk, and the one that is shown even if the disk takes nothing now. */
  private all(): readonly ChatSummary[] {
    const { current } = this.parts.chats;
    const isListed = this.listing === 'running' || this.saved.some(({ id }) => id === current.chatId);
    const shown = isListed || current.saving === 'deleted' ? undefined : unsavedChat(current, workspaceTag());
    return shown ? [shown, ...this.saved] : this.saved;
  }

  private async accept(): Promise<void> {
    const active = this.pick.activeItems[0];
    // Fast fingers press Enter before VS Code has drawn what they have typed: then the first line is meant.
    const item = active && this.items.includes(active) ? active : this.items.find(({ chat }) => chat);
    if (item?.action === 'listAgain') return this.list();
    if (item?.action === 'recover') {
      this.pick.hide();
      return this.parts.actions.recover(this.lost);
    }
    if (!item?.chat) return;
    this.pick.hide();
    await this.parts.actions.open(item.chat.id);
  }

  private async pressTitleButton(button: vscode.QuickInputButton): Promise<void> {
    const { actions } = this.parts;
    this.pick.hide();
    await (button === this.importButton ? actions.import() : actions.showDeleted());
  }

  private async pressChatButton(button: vscode.QuickInputButton, { chat }: HistoryItem): Promise<void> {
    if (!chat) return;
    const { actions } = this.parts;
    if (button === this.chatButtons.delete) {
      await actions.delete(chat.id, () => void this.list().catch(this.parts.onError));
      return this.list();
    }
    const query = this.pick.value;
    this.pick.hide();
    await (button === this.chatButtons.rename ? actions.rename(chat, query) : actions.export(chat.id));
  }
}

function isSame(items: readonly HistoryItem[], others: readonly HistoryItem[]): boolean {
  const isLike = (a: HistoryItem, b: HistoryItem | undefined) =>
    a.chat?.id === b?.chat?.id && a.label === b?.label && a.description === b.description && a.detail === b.detail;
  return items.length === others.length && items.every((item, index) => isLike(item, others[index]));
}
