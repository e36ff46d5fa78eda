import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import { chatViewId, secondaryContainerId } from '../../manifest';
import { PanelConnection } from './panelConnection';
import { viewPlace } from './panelHandle';
import type { PanelRegistry } from './panelRegistry';

/** Shows the current chat in the side bar. The view may be closed, moved and opened again while an answer streams. */
export class ChatView implements vscode.WebviewViewProvider {
  private shown: { readonly view: vscode.WebviewView; readonly connection: PanelConnection } | undefined;
  private focusWanted = false;
  private promptWanted: string | undefined;
  private findWanted = false;

  constructor(
    private readonly chats: Chats,
    private readonly registry: PanelRegistry,
  ) {}

  get isVisible(): boolean {
    return this.shown?.view.visible === true;
  }

  /** Opens the view with the cursor in the composer. `prompt`: goes before what is typed there. */
  async focus(prompt?: string): Promise<void> {
    this.focusWanted = true;
    if (prompt !== undefined) this.promptWanted = prompt;
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    this.giveFocus();
  }

  /** Opens the view with the cursor in the box that finds in the chat. */
  async find(): Promise<void> {
    this.findWanted = true;
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    this.giveFocus();
  }

  /** Opens the view and leaves the cursor where it is. */
  async reveal(): Promise<void> {
    if (this.shown) this.shown.view.show(true);
    else await vscode.commands.executeCommand(`${chatViewId}.focus`);
  }

  /** Has VS Code ask for another place for the view: the other side bar, or the panel below. */
  async move(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.moveFocusedView', chatViewId);
  }

  /** Moves the view to the secondary side bar; VS Code remembers that. Older versions are asked for another place. */
  async moveToSecondarySideBar(): Promise<void> {
    await vscode.commands.executeCommand('vscode.moveViews', {
      viewIds: [chatViewId],
      destinationId: secondaryContainerId,
    });
    // Before VS Code 1.106 there is no such container, and nothing has happened.
    if (!hasSecondaryContainers(vscode.version)) await this.move();
    else await this.focus();
  }

  /** Called each time the user closes and reopens the view, so everything here dies with `view`. */
  resolveWebviewView(view: vscode.WebviewView): void {
    const { chats, registry } = this;
    const connection = new PanelConnection(view.webview, chats, registry, {
      draftPlace: viewPlace,
      // The chat's title stands beside the view's own.
      name: (title) => {
        view.description = title;
      },
      recreate: () => void this.recreate(),
      opened: () => this.giveFocus(),
      // Reading the disk must not delay the first picture.
      ready: () => {
        registry.used();
        return chats.restore();
      },
    });
    const shown = { view, connection };
    this.shown = shown;
    const watching = view.onDidChangeVisibility(() => !view.visible && connection.hidden());
    view.onDidDispose(() => {
      watching.dispose();
      connection.dispose();
      if (this.shown === shown) this.shown = undefined;
    });
    connection.load();
  }

  /** VS Code makes a new webview for a view that comes back. */
  private async recreate(): Promise<void> {
    for (let times = 0; times < 2; times++) {
      await vscode.commands.executeCommand(`${chatViewId}.toggleVisibility`);
    }
  }

  private giveFocus(): void {
    if (!this.shown?.connection.isOpen) return;
    const prompt = this.promptWanted;
    if (prompt !== undefined) this.shown.connection.post({ type: 'promptReturned', prompt });
    this.promptWanted = undefined;
    if (this.findWanted) this.shown.connection.post({ type: 'findOpened' });
    else if (this.focusWanted) this.shown.connection.post({ type: 'composerFocused' });
    this.focusWanted = false;
    this.findWanted = false;
  }
}

/** Whether an extension may have a container in the secondary side bar: since VS Code 1.106. */
function hasSecondaryContainers(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || minor >= 106;
}
