import * as vscode from 'vscode';
import type { ChatFact } from '../../core/chat/chatParts';
import type { Chats } from '../../core/chat/chats';
import { isRunning, type Turn } from '../../core/chat/turn';
import { DisposableStore } from '../../core/disposables';
import { unreachable } from '../../core/json';
import { chatViewId } from '../../manifest';
import { type PanelState, parseToHost, type ToHost, type TurnView } from '../../protocol';
import { panelWords } from '../words/panel';
import { Outbox } from './outbox';
import { panelHtml } from './panelHtml';
import { toTurnEnd, toTurnView } from './turnViews';

/** What the panel may ask for. It names what it means by ids; the host looks up what they stand for. */
export type PanelRequests = {
  readonly [Type in Exclude<ToHost['type'], 'ready'>]: (
    request: Extract<ToHost, { type: Type }>,
  ) => Promise<void> | void;
};

export interface ChatViewParts {
  readonly panelUri: vscode.Uri;
  readonly chats: Chats;
  readonly state: () => PanelState;
  /** When the key last changed, in milliseconds since 1970. */
  readonly keyChangedAt: () => number;
  readonly requests: PanelRequests;
  /** The view is being looked at. */
  readonly onUse: () => void;
  readonly onError: (error: unknown) => void;
}

/** Shows the current chat in the side bar. The view may be closed, moved and opened again while an answer streams. */
export class ChatView implements vscode.WebviewViewProvider {
  private shown: { readonly view: vscode.WebviewView; readonly outbox: Outbox } | undefined;
  private focusWanted = false;
  private findWanted = false;

  constructor(private readonly parts: ChatViewParts) {}

  /** Opens the view with the cursor in the composer. */
  async focus(): Promise<void> {
    this.focusWanted = true;
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

  /** Tells the panel that its surroundings changed: key, model, notice. */
  stateChanged(): void {
    this.shown?.outbox.add({ type: 'stateChanged', state: this.parts.state() });
  }

  /** A new key changes what a failed turn offers. */
  keyChanged(): void {
    if (this.shown?.outbox.isOpen) this.openOn(this.shown.outbox);
  }

  /** Puts a question back into the composer that was not sent after all. */
  returnPrompt(prompt: string): void {
    this.shown?.outbox.add({ type: 'promptReturned', prompt });
  }

  /** Called each time the user closes and reopens the view, so everything here dies with `view`. */
  resolveWebviewView(view: vscode.WebviewView): void {
    const own = new DisposableStore();
    const outbox = own.add(new Outbox((message) => void view.webview.postMessage(message)));
    const shown = { view, outbox };
    this.shown = shown;

    view.onDidDispose(() => {
      own.dispose();
      if (this.shown === shown) this.shown = undefined;
    });
    // The page of a hidden view is gone; it says `ready` when it is made again.
    own.add(view.onDidChangeVisibility(() => !view.visible && outbox.close()));
    own.add(this.parts.chats.onDidPublish((fact) => this.publish(fact, outbox)));
    own.add(
      view.webview.onDidReceiveMessage((raw: unknown) => {
        const request = parseToHost(raw);
        if (request) this.receive(request, outbox).catch(this.parts.onError);
      }),
    );

    view.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.parts.panelUri] };
    // Last: the script says `ready` as soon as it runs.
    view.webview.html = panelHtml(view.webview, this.parts.panelUri, panelWords());
  }

  private async receive(request: ToHost, outbox: Outbox): Promise<void> {
    if (request.type === 'ready') {
      this.openOn(outbox);
      // Reading the disk must not delay the first picture.
      this.parts.onUse();
      await this.parts.chats.restore();
      return;
    }
    const { requests } = this.parts;
    switch (request.type) {
      case 'send':
        return requests.send(request);
      case 'stop':
        return requests.stop(request);
      case 'setApiKey':
        return requests.setApiKey(request);
      case 'openKeyPage':
        return requests.openKeyPage(request);
      case 'openLink':
        return requests.openLink(request);
      case 'openAttachment':
        return requests.openAttachment(request);
      case 'actOnFailure':
        return requests.actOnFailure(request);
      case 'setPrivate':
        return requests.setPrivate(request);
      case 'actOnBanner':
        return requests.actOnBanner(request);
      case 'copyQuestion':
        return requests.copyQuestion(request);
      case 'copyAnswer':
        return requests.copyAnswer(request);
      case 'openAnswerAsText':
        return requests.openAnswerAsText(request);
      case 'retry':
        return requests.retry(request);
      case 'askInstead':
        return requests.askInstead(request);
      case 'branchFrom':
        return requests.branchFrom(request);
      case 'showBranch':
        return requests.showBranch(request);
      default:
        return unreachable(request);
    }
  }

  private openOn(outbox: Outbox): void {
    const session = this.parts.chats.current;
    const turns = session.turns().map((turn) => this.turnView(turn));
    this.nameView();
    outbox.open({ chatId: session.chatId, turns, state: this.parts.state() });
    this.giveFocus();
  }

  private turnView(turn: Turn): TurnView {
    const { chats, keyChangedAt } = this.parts;
    return toTurnView(turn, keyChangedAt(), chats.current.branches(turn.id));
  }

  private giveFocus(): void {
    if (!this.shown?.outbox.isOpen) return;
    if (this.findWanted) this.shown.outbox.add({ type: 'findOpened' });
    else if (this.focusWanted) this.shown.outbox.add({ type: 'composerFocused' });
    this.focusWanted = false;
    this.findWanted = false;
  }

  /** The chat's title stands beside the view's own. */
  private nameView(): void {
    if (this.shown) this.shown.view.description = this.parts.chats.current.title;
  }

  private publish(fact: ChatFact, outbox: Outbox): void {
    switch (fact.type) {
      case 'opened':
        if (outbox.isOpen) this.openOn(outbox);
        return;
      case 'chatChanged':
        this.nameView();
        this.stateChanged();
        return;
      case 'turnAdded':
        this.nameView();
        outbox.add({ type: 'turnAdded', turn: this.turnView(fact.turn) });
        return;
      case 'answerChanged':
        outbox.add({ ...fact.change, turnId: fact.turnId });
        return;
      case 'turnChanged':
        outbox.add({
          type: 'turnChanged',
          turnId: fact.turn.id,
          ...toTurnEnd(fact.turn, this.parts.keyChangedAt()),
        });
        // How long the service keeps an answer shows once it is there.
        if (!isRunning(fact.turn)) this.stateChanged();
        return;
      default:
        unreachable(fact);
    }
  }
}
