import type * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { DisposableStore } from '../../core/base/disposables';
import type { Event } from '../../core/base/emitter';
import { unreachable } from '../../core/base/json';
import type { ChatFact } from '../../core/chat/chatParts';
import type { ChatSession } from '../../core/chat/chatSession';
import { isRunning, type Turn } from '../../core/conversation/turn';
import type { PanelState, ToHost, TurnView } from '../../protocol';
import { panelWords } from '../strings/panel';
import { Outbox, type PanelFact } from './outbox';
import { PageWatch, type WatchWaits } from './pageWatch';
import type { PanelFocus } from './panelFocus';
import type { PanelHandle } from './panelHandle';
import { panelHtml } from './panelHtml';
import { parseToHost } from './parseToHost';
import { firstPiece, nextPiece, pieceStart } from './turnPieces';
import { toTurnEnd, toTurnView } from './turnViews';

/** What is between a panel and its link alone. */
type OwnRequest = 'ready' | 'fetchEarlier' | 'placeChanged' | 'alive' | 'focusChanged';

/** What panels may ask for. They name what they mean by ids; the host looks up what those stand for. */
export type PanelRequests = {
  readonly [Type in Exclude<ToHost['type'], OwnRequest>]: (
    request: Extract<ToHost, { type: Type }>,
    panel: PanelHandle,
  ) => Promise<void> | void;
};

/** What all panels share. */
export interface PanelParts {
  readonly panelUri: vscode.Uri;
  readonly state: (session: ChatSession) => PanelState;
  /** When the key last changed, in milliseconds since 1970. */
  readonly keyChangedAt: () => number;
  readonly requests: PanelRequests;
  readonly focus: PanelFocus;
  /** Other waits than the usual ones before a page is taken for dead. */
  readonly watchWaits: WatchWaits | undefined;
  /** A page did not answer, and is made anew, this many times by now. */
  readonly onDeadPage: (times: number) => void;
  readonly onError: (error: unknown) => void;
}

/** The chat that a panel shows. It may become another one, and then says `opened`. */
export interface ShownChat {
  readonly current: ChatSession;
  readonly onDidPublish: Event<ChatFact>;
}

/** Where the panel stands. */
export interface PanelHost {
  /** The chat is called so. */
  name(title: string): void;
  /** Its webview does not come back to life by a new page alone. */
  recreate(): void;
  /** The panel shows the chat. */
  opened(): void;
  /** The panel's page was made, and shows the chat already. */
  ready(): Promise<void> | void;
}

/** Connects one webview with the chat it shows: made for the webview and gone with it. The page may come and go meanwhile. */
export class PanelLink implements PanelHandle {
  private readonly own = new DisposableStore();
  private readonly outbox: Outbox;
  private readonly gone = new AbortController();
  /** Where the person was reading when the page last told. */
  private place: Extract<ToHost, { type: 'placeChanged' }> | undefined;
  private readonly watch: PageWatch;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly chat: ShownChat,
    private readonly parts: PanelParts,
    private readonly host: PanelHost,
  ) {
    this.watch = new PageWatch({
      clock: systemClock,
      waits: parts.watchWaits,
      ask: () => this.outbox.add({ type: 'pinged' }),
      revive: (times) => this.revive(times),
    });
    this.outbox = this.own.add(new Outbox((message) => void webview.postMessage(message)));
    this.own.add(chat.onDidPublish((fact) => this.publish(fact)));
    this.own.add(
      webview.onDidReceiveMessage((raw: unknown) => {
        const request = parseToHost(raw);
        if (request) this.watch.heard();
        if (request) this.receive(request).catch(parts.onError);
      }),
    );
  }

  get session(): ChatSession {
    return this.chat.current;
  }

  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Whether the page is there and mirrors. */
  get isOpen(): boolean {
    return this.outbox.isOpen;
  }

  /** Loads the page. */
  load(): void {
    const { webview } = this;
    const { panelUri } = this.parts;
    this.host.name(this.session.title);
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [panelUri] };
    // Last: the script says `ready` as soon as it runs.
    webview.html = panelHtml(webview, panelUri, panelWords());
  }

  post(fact: PanelFact): void {
    this.watch.told();
    this.outbox.add(fact);
  }

  /** Its surroundings changed: key, model, notice. */
  stateChanged(): void {
    this.post({ type: 'stateChanged', state: this.parts.state(this.session) });
  }

  /** Shows all anew, if the page is there. */
  redraw(): void {
    if (this.isOpen) this.open();
  }

  /** The page of a hidden webview is gone; it says `ready` when it is made again. */
  hidden(): void {
    this.watch.stop();
    this.outbox.close();
    this.parts.focus.change(this, false);
  }

  dispose(): void {
    this.gone.abort();
    this.watch.stop();
    this.parts.focus.change(this, false);
    this.own.dispose();
  }

  private open(): void {
    const { session } = this;
    const { chatId } = session;
    const shown = session.turns();
    const read = this.place?.chatId === chatId ? this.place.turn : undefined;
    const earlier = Math.min(pieceStart(shown, shown.length, firstPiece), read ?? shown.length);
    const turns = shown.slice(earlier).map((turn) => this.turnView(turn, turn === shown.at(-1)));
    this.host.name(session.title);
    this.outbox.open({ chatId, turns, ...(earlier > 0 && { earlier }), state: this.parts.state(session) });
    this.watch.start();
    this.host.opened();
  }

  /** A turn that is not shown any more was asked about before the page had the snapshot that tells so. */
  private sendEarlier(before: string): void {
    const shown = this.session.turns();
    const end = shown.findIndex(({ id }) => id === before);
    if (end <= 0) return;
    const turns = shown.slice(pieceStart(shown, end, nextPiece), end).map((turn) => this.turnView(turn, false));
    this.post({ type: 'earlierTurns', before, turns });
  }

  /** The page is dead. A new one shows what the host knows; if that one is dead as well, it takes a new webview. */
  private revive(times: number): void {
    this.parts.onDeadPage(times);
    this.parts.focus.change(this, false);
    if (times === 1) this.load();
    else this.host.recreate();
  }

  private turnView(turn: Turn, isLast: boolean): TurnView {
    const { session } = this;
    const hasMore = isLast && session.continuations(turn.id).length > 0;
    return toTurnView(turn, this.parts.keyChangedAt(), session.branches(turn.id), hasMore);
  }

  private publish(fact: ChatFact): void {
    switch (fact.type) {
      case 'opened':
        this.redraw();
        return;
      case 'chatChanged':
        this.host.name(this.session.title);
        this.stateChanged();
        return;
      case 'turnAdded':
        this.host.name(this.session.title);
        this.post({ type: 'turnAdded', turn: this.turnView(fact.turn, false) });
        return;
      case 'answerChanged':
        this.post({ ...fact.change, turnId: fact.turnId });
        return;
      case 'turnChanged':
        this.post({ type: 'turnChanged', turnId: fact.turn.id, ...toTurnEnd(fact.turn, this.parts.keyChangedAt()) });
        // How long the service keeps an answer shows once it is there.
        if (!isRunning(fact.turn)) this.stateChanged();
        return;
      default:
        unreachable(fact);
    }
  }

  private async receive(request: ToHost): Promise<void> {
    const { requests } = this.parts;
    switch (request.type) {
      case 'ready':
        this.open();
        return this.host.ready();
      case 'fetchEarlier':
        return this.sendEarlier(request.before);
      case 'placeChanged':
        this.place = request;
        return;
      case 'send':
        return requests.send(request, this);
      case 'stop':
        return requests.stop(request, this);
      case 'setApiKey':
        return requests.setApiKey(request, this);
      case 'openKeyPage':
        return requests.openKeyPage(request, this);
      case 'openLink':
        return requests.openLink(request, this);
      case 'openAttachment':
        return requests.openAttachment(request, this);
      case 'actOnFailure':
        return requests.actOnFailure(request, this);
      case 'setPrivate':
        return requests.setPrivate(request, this);
      case 'actOnBanner':
        return requests.actOnBanner(request, this);
      case 'copyQuestion':
        return requests.copyQuestion(request, this);
      case 'copyAnswer':
        return requests.copyAnswer(request, this);
      case 'openAnswerAsText':
        return requests.openAnswerAsText(request, this);
      case 'retry':
        return requests.retry(request, this);
      case 'askInstead':
        return requests.askInstead(request, this);
      case 'branchFrom':
        return requests.branchFrom(request, this);
      case 'showMore':
        return requests.showMore(request, this);
      case 'showBranch':
        return requests.showBranch(request, this);
      case 'actOnCode':
        return requests.actOnCode(request, this);
      case 'findPaths':
        return requests.findPaths(request, this);
      case 'drawDiagram':
        return requests.drawDiagram(request, this);
      case 'openPath':
        return requests.openPath(request, this);
      case 'openSymbol':
        return requests.openSymbol(request, this);
      case 'alive':
        return;
      case 'focusChanged':
        return this.parts.focus.change(this, request.isFocused);
      default:
        return unreachable(request);
    }
  }
}
