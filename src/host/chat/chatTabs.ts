import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { isJsonObject, textField } from '../../core/base/json';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { chatTabType } from '../../manifest';
import { PanelLink, type PanelParts } from '../panel/panelLink';

export interface ChatTabsParts {
  readonly chats: Chats;
  readonly panel: PanelParts;
  readonly iconUri: vscode.Uri;
  /** A tab is being looked at. */
  readonly onUse: () => void;
  readonly onError: (error: unknown) => void;
}

interface ChatTab {
  readonly panel: vscode.WebviewPanel;
  readonly link: PanelLink;
}

/** Chats in tabs of the editor: the same as in the side bar, or others beside it. They are back after a reload. */
export class ChatTabs implements vscode.WebviewPanelSerializer {
  private readonly tabs = new Set<ChatTab>();

  constructor(private readonly parts: ChatTabsParts) {}

  /** The chat in the active tab. Undefined: the active tab, if there is one, shows something else. */
  get inFront(): ChatSession | undefined {
    return [...this.tabs].find(({ panel }) => panel.active)?.link.session;
  }

  /** Opens the box that finds in the chat of the active tab. */
  find(): void {
    [...this.tabs].find(({ panel }) => panel.active)?.link.post({ type: 'findOpened' });
  }

  /** Shows a chat in a tab, in the one it has if it has one. */
  open(session: ChatSession, column: vscode.ViewColumn): void {
    const open = [...this.tabs].find(({ link }) => link.session === session);
    if (open) open.panel.reveal();
    else this.show(vscode.window.createWebviewPanel(chatTabType, '', column), session);
  }

  /** A tab of before the reload. It is closed if its chat is gone. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { chats, onError } = this.parts;
    const chatId = isJsonObject(state) ? textField(state, 'chatId') : undefined;
    try {
      const session = chatId === undefined ? undefined : await chats.session(chatId);
      if (session) return this.show(panel, session);
    } catch (error) {
      onError(error);
    }
    panel.dispose();
  }

  /** Tells the panels that their surroundings changed: key, model, notice. */
  stateChanged(): void {
    for (const { link } of this.tabs) link.stateChanged();
  }

  /** A new key changes what a failed turn offers. */
  keyChanged(): void {
    for (const { link } of this.tabs) link.redraw();
  }

  private show(panel: vscode.WebviewPanel, session: ChatSession): void {
    const { chats, iconUri, onUse } = this.parts;
    const own = new DisposableStore();
    own.add(chats.acquire(session));
    const shown = { current: session, onDidPublish: session.onDidPublish };
    const link = own.add(
      new PanelLink(panel.webview, shown, this.parts.panel, {
        name: (title) => {
          panel.title = title || vscode.l10n.t('New Chat');
        },
        recreate: () => {
          panel.dispose();
          this.open(session, panel.viewColumn ?? vscode.ViewColumn.Active);
        },
        opened: () => panel.active && link.post({ type: 'composerFocused' }),
        ready: onUse,
      }),
    );
    const tab = { panel, link };
    this.tabs.add(tab);
    own.add(panel.onDidChangeViewState(() => !panel.visible && link.hidden()));
    panel.onDidDispose(() => {
      this.tabs.delete(tab);
      own.dispose();
    });
    panel.iconPath = iconUri;
    link.load();
  }
}
