import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { isJsonObject, textField } from '../../core/base/json';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { chatTabType } from '../../manifest';
import { PanelConnection } from './panelConnection';
import type { PanelRegistry } from './panelRegistry';

export interface ChatTabsParts {
  readonly chats: Chats;
  readonly registry: PanelRegistry;
  readonly iconUri: vscode.Uri;
  readonly onError: (error: unknown) => void;
}

interface ChatTab {
  readonly panel: vscode.WebviewPanel;
  readonly connection: PanelConnection;
}

/** Chats in tabs of the editor: the same as in the side bar, or others beside it. They are back after a reload. */
export class ChatTabs implements vscode.WebviewPanelSerializer {
  private readonly tabs = new Set<ChatTab>();

  constructor(private readonly parts: ChatTabsParts) {}

  /** The chat in the active tab. Undefined: the active tab, if there is one, shows something else. */
  get inFront(): ChatSession | undefined {
    return [...this.tabs].find(({ panel }) => panel.active)?.connection.session;
  }

  /** Opens the box that finds in the chat of the active tab. */
  find(): void {
    [...this.tabs].find(({ panel }) => panel.active)?.connection.post({ type: 'findOpened' });
  }

  /** Shows a chat in a tab, in the one it has if it has one. */
  open(session: ChatSession, column: vscode.ViewColumn): void {
    const open = [...this.tabs].find(({ connection }) => connection.session === session);
    if (open) open.panel.reveal();
    else this.show(vscode.window.createWebviewPanel(chatTabType, '', column), session);
  }

  /** A tab from before the reload. It is closed if its chat is gone. */
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

  private show(panel: vscode.WebviewPanel, session: ChatSession): void {
    const { chats, registry, iconUri } = this.parts;
    const own = new DisposableStore();
    own.add(chats.acquire(session));
    const shown = { current: session, onDidPublish: session.onDidPublish };
    const connection = own.add(
      new PanelConnection(panel.webview, shown, registry, {
        draftPlace: session.chatId,
        name: (title) => {
          panel.title = title || vscode.l10n.t('New Chat');
        },
        recreate: () => {
          panel.dispose();
          this.open(session, panel.viewColumn ?? vscode.ViewColumn.Active);
        },
        opened: () => panel.active && connection.post({ type: 'composerFocused' }),
        ready: () => registry.used(),
      }),
    );
    const tab = { panel, connection };
    this.tabs.add(tab);
    own.add(panel.onDidChangeViewState(() => !panel.visible && connection.hidden()));
    panel.onDidDispose(() => {
      this.tabs.delete(tab);
      own.dispose();
    });
    panel.iconPath = iconUri;
    connection.load();
  }
}
