import type * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { Event } from '../../core/base/emitter';
import { unreachable } from '../../core/base/json';
import type { ChatFact } from '../../core/chat/chatParts';
import type { ChatSession } from '../../core/chat/chatSession';
import { isRunning, type Turn } from '../../core/conversation/turn';
import type { TurnView } from '../../protocol/chat';
import { dispatch, type Handlers, type PanelFact, type RequestOf, readRequest } from '../../protocol/messages';
import type { PageRequests } from '../../protocol/page';
import { Outbox } from './outbox';
import { type PanelHandle, viewPlace } from './panelHandle';
import type { OpenPanel, PanelRegistry } from './panelRegistry';
import { sentChange } from './sentParts';
import { StateSlices } from './stateSlices';
import { firstPiece, nextPiece, pieceStart } from './turnPieces';
import { toTurnEnd, toTurnView } from './turnViews';
import { WebviewPage } from './webviewPage';

/** The chat that a panel shows. It may become another one, and then says `opened`. */
export interface ShownChat {
  readonly current: ChatSession;
  readonly onDidPublish: Event<ChatFact>;
}

/** Where the panel stands: the view in the side bar, or a tab. */
export interface PanelPlace {
  readonly draftPlace: string;
  /** Sets the title shown for the chat. */
  name(title: string): void;
  /** Makes the webview again. */
  recreate(): void;
  /** The panel shows the chat. */
  opened(): void;
  /** The page has loaded and shows the chat already. */
  ready(): Promise<void> | void;
}

/** Connects one webview with the chat it shows: made for the webview and gone with it. The page may come and go meanwhile. */
export class PanelConnection implements PanelHandle, OpenPanel {
  private readonly own = new DisposableStore();
  private readonly outbox: Outbox;
  private readonly page: WebviewPage;
  private readonly slices: StateSlices;
  private readonly gone = new AbortController();
  /** Where the person was reading when the page last told. */
  private place: RequestOf<'placeChanged'> | undefined;

  constructor(
    webview: vscode.Webview,
    private readonly chat: ShownChat,
    private readonly registry: PanelRegistry,
    private readonly host: PanelPlace,
  ) {
    const { filesUri, watchdogTimes, hasKey, onDeadPage, onError } = registry.parts;
    this.outbox = this.own.add(new Outbox((message) => void webview.postMessage(message)));
    this.slices = new StateSlices(() => registry.stateOf(this.session));
    this.page = new WebviewPage(webview, {
      filesUri,
      watchdogTimes,
      hasKey,
      ping: () => this.outbox.add({ type: 'pinged' }),
      onDead: (times) => {
        onDeadPage(times);
        registry.focus.change(this, false);
      },
      recreate: () => host.recreate(),
    });
    this.own.add(registry.add(this));
    this.own.add(chat.onDidPublish((fact) => this.publish(fact)));
    const handlers = { ...registry.handlers, ...this.pageHandlers() };
    this.own.add(
      webview.onDidReceiveMessage((raw: unknown) => {
        const request = readRequest(raw);
        if (!request) return;
        this.page.heard();
        void Promise.resolve()
          .then(() => dispatch(handlers, request, this))
          .catch(onError);
      }),
    );
  }

  get session(): ChatSession {
    return this.chat.current;
  }

  get draftPlace(): string {
    return this.host.draftPlace;
  }

  get isInView(): boolean {
    return this.host.draftPlace === viewPlace;
  }

  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Whether the page is there and mirrors. */
  get isOpen(): boolean {
    return this.outbox.isOpen;
  }

  load(): void {
    this.host.name(this.session.title);
    this.page.load();
  }

  post(fact: PanelFact): void {
    this.page.sent();
    this.outbox.add(fact);
  }

  stateChanged(): void {
    const state = this.isOpen && this.slices.changed();
    if (state) this.post({ type: 'stateChanged', state });
  }

  redraw(): void {
    if (this.isOpen) this.open();
  }

  /** The page of a hidden webview is gone; it says `ready` when it is made again. */
  hidden(): void {
    this.page.closed();
    this.outbox.close();
    this.registry.focus.change(this, false);
  }

  dispose(): void {
    this.gone.abort();
    this.page.closed();
    this.registry.focus.change(this, false);
    this.own.dispose();
  }

  private pageHandlers(): Handlers<keyof PageRequests, PanelHandle> {
    return {
      ready: () => {
        this.open();
        this.registry.opened(this);
        return this.host.ready();
      },
      fetchEarlier: ({ before }) => this.sendEarlier(before),
      placeChanged: (place) => {
        this.place = place;
      },
      focusChanged: ({ isFocused }) => this.registry.focus.change(this, isFocused),
      alive: () => {},
    };
  }

  private open(): void {
    const { session } = this;
    const { chatId } = session;
    const shown = session.turns();
    const read = this.place?.chatId === chatId ? this.place.turn : undefined;
    const earlier = Math.min(pieceStart(shown, shown.length, firstPiece), read ?? shown.length);
    const turns = shown.slice(earlier).map((turn) => this.turnView(turn, turn === shown.at(-1)));
    this.host.name(session.title);
    this.outbox.open({ chatId, turns, ...(earlier > 0 && { earlier }), state: this.slices.all() });
    this.page.opened();
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

  private turnView(turn: Turn, isLast: boolean): TurnView {
    const { session } = this;
    const hasMore = isLast && session.continuations(turn.id).length > 0;
    return toTurnView(turn, this.registry.keyChangedAt, session.branches(turn), hasMore);
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
        this.stateChanged();
        return;
      case 'answerChanged':
        this.post({ ...sentChange(fact.change), turnId: fact.turnId });
        return;
      case 'turnChanged':
        this.post({ type: 'turnChanged', turnId: fact.turn.id, ...toTurnEnd(fact.turn, this.registry.keyChangedAt) });
        // How long the service keeps an answer shows once it is there.
        if (!isRunning(fact.turn)) this.stateChanged();
        return;
      default:
        unreachable(fact);
    }
  }
}
