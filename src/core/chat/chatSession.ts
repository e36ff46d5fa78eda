import { DisposableStore } from '../disposables';
import { Emitter } from '../emitter';
import { leaving } from '../interactions/port';
import type { SavedChat, UnfinishedAnswer } from '../storage/savedChat';
import { Answer } from './answer';
import { cancelAnswer } from './cancelAnswer';
import { ChatLedger } from './chatLedger';
import type { ChatFact, ChatSessionParts } from './chatParts';
import { titleOf } from './chatTitle';
import { cleanPrompt } from './cleanPrompt';
import { Conversation } from './conversation';
import type { JournalState } from './journal';
import { pickUp } from './pickUp';
import { runTurn } from './runTurn';
import { answerFrom } from './savedAnswer';
import { type Attachment, newTurn, type Question, type Turn, type WantedWait } from './turn';
import type { TurnWatcher } from './turnEngine';
import type { TurnOutcome } from './turnOutcome';
import { requestFor } from './turnRequest';

interface ActiveTurn {
  readonly id: string;
  readonly stop: AbortController;
  readonly isInBackground: boolean;
  answer: Answer;
}

type Outcome = TurnOutcome | { readonly status: 'interrupted' };

/** One chat. It owns the conversation; panels mirror it and may come and go. One turn runs at a time. */
export class ChatSession {
  private readonly own = new DisposableStore();
  private readonly published = this.own.add(new Emitter<ChatFact>());
  readonly onDidPublish = this.published.event;
  private chat: Conversation;
  private readonly ledger: ChatLedger;
  private unfinished: readonly UnfinishedAnswer[];
  private active: ActiveTurn | undefined;
  private isAsking = false;
  private readonly gone = new AbortController();

  constructor(
    private readonly parts: ChatSessionParts,
    readonly chatId: string,
    saved?: SavedChat,
  ) {
    this.chat = new Conversation(chatId, saved?.turns, saved?.leafId);
    this.unfinished = saved?.unfinished ?? [];
    this.ledger = this.own.add(
      new ChatLedger(parts.records.journal(chatId, saved ? saved.workspace : parts.workspace()), saved),
    );
    this.own.add(this.ledger.onDidChange(() => this.published.fire({ type: 'chatChanged' })));
    this.own.add(this.ledger.onDidChangeElsewhere(() => void this.reload().catch(parts.onError)));
  }

  get isStreaming(): boolean {
    return this.active !== undefined;
  }

  get isEmpty(): boolean {
    return this.chat.isEmpty;
  }

  /** The given title, else the first words of the first question; empty before that. */
  get title(): string {
    return this.ledger.title ?? titleOf(this.chat.path());
  }

  get hasOwnTitle(): boolean {
    return this.ledger.title !== undefined;
  }

  get isPrivate(): boolean {
    return this.ledger.isPrivate;
  }

  get saving(): JournalState {
    return this.ledger.state;
  }

  /** Interactions that may still be at Google. */
  get idsAtGoogle(): readonly string[] {
    return this.ledger.idsAtGoogle;
  }

  /** The turns shown, the running one with its answer so far. */
  turns(): readonly Turn[] {
    return this.chat.path().map((turn) => (turn.id === this.active?.id ? withAnswer(turn, this.active.answer) : turn));
  }

  attachment(turnId: string, attachmentId: string): Attachment | undefined {
    return this.chat.turn(turnId)?.attachments.find((attachment) => attachment.id === attachmentId);
  }

  /**
   * Asks. Resolves when the turn has ended, however it ended. False: it was not asked, and the words are still the
   * user's: the prompt is blank, a turn runs, or another window writes this chat.
   */
  async send(prompt: string, attachments: readonly Attachment[] = []): Promise<boolean> {
    const { text, removed } = cleanPrompt(prompt);
    if (text.trim() === '' && attachments.length === 0) return false;
    return this.run({ prompt: text, attachments, removedCharacters: removed || undefined }, this.chat.leaf?.id);
  }

  /** Asks the same again, at once or after a visible wait: a branch beside the earlier answer, which is kept. */
  async retry(turnId: string, firstWait?: WantedWait): Promise<void> {
    const turn = this.chat.turn(turnId);
    if (turn) await this.run(turn, turn.parentId, firstWait);
  }

  /** Asks for the rest of an answer that broke off: a new turn that has the partial answer before it. */
  async continue(turnId: string): Promise<void> {
    if (this.chat.leaf?.id === turnId) await this.run({ prompt: this.parts.continuePrompt, attachments: [] }, turnId);
  }

  /** Ends the running turn at once and keeps what came. What runs at Google is cancelled there. */
  stop(): void {
    const { active } = this;
    if (!active) return;
    active.stop.abort();
    const id = active.isInBackground && active.answer.interactionId;
    this.end(active, { status: 'stopped' }, { isCancelling: id ? true : undefined });
    if (id) void this.cancelAtGoogle(active.id, id).catch(this.parts.onError);
  }

  /** Goes on with what a window left unfinished when it went away. Resolves when all of it has ended. */
  async resume(): Promise<void> {
    for (const left of this.unfinished) {
      if (this.active || !(await this.ledger.claim())) return;
      this.unfinished = this.unfinished.filter((other) => other !== left);
      await this.finish(left);
    }
  }

  /** Writes this chat from this window from now on, although another one does. */
  async takeOver(): Promise<void> {
    if (!(await this.ledger.claim(true))) return;
    await this.reload();
    await this.resume();
  }

  setPrivate(isPrivate: boolean): void {
    this.ledger.setPrivate(isPrivate, !this.chat.isEmpty);
  }

  async rename(title: string, by: 'user' | 'model' = 'user'): Promise<void> {
    await this.ledger.setTitle(title, by);
  }

  /** These interactions were deleted at Google: later questions no longer rest on them. */
  async forget(ids: readonly string[]): Promise<void> {
    await this.ledger.forget(ids);
  }

  /** Leaves the chat as it is: an answer that runs at Google goes on there. */
  dispose(): void {
    this.gone.abort(leaving);
    this.active?.stop.abort(leaving);
    this.active = undefined;
    this.own.dispose();
  }

  private async run(question: Question, parentId: string | undefined, firstWait?: WantedWait): Promise<boolean> {
    if (this.active || this.isAsking) return false;
    this.isAsking = true;
    const isOurs = await this.ledger.claim().finally(() => {
      this.isAsking = false;
    });
    if (!isOurs || this.gone.signal.aborted) return false;
    const { chat } = this;
    const model = this.parts.model();
    const turn = newTurn(question, { id: this.parts.newId(), parentId, createdAt: this.parts.now(), model });
    const request = requestFor(turn, parentId === undefined ? [] : chat.path(parentId), {
      isPrivate: this.isPrivate,
      background: this.parts.background.isWanted(model),
      forgotten: this.ledger.forgotten,
    });
    const isInBackground = request.request.background === true;
    const active: ActiveTurn = { id: turn.id, stop: new AbortController(), isInBackground, answer: new Answer() };
    const leafBefore = chat.leaf?.id;
    chat.add(turn);
    this.active = active;
    // A branch hides the turns after its parent, so a mirror must start over.
    this.published.fire(leafBefore === parentId ? { type: 'turnAdded', turn } : { type: 'opened' });

    // The question is on disk before it leaves the machine.
    await this.ledger.asked(turn);
    if (!active.stop.signal.aborted) {
      const watcher = this.watch(active, isInBackground);
      const run = runTurn(this.parts, { ...request, firstWait }, active.answer, active.stop.signal, watcher);
      await this.conclude(active, run);
    }
    return true;
  }

  private async finish({ turnId, interactionId, background, events }: UnfinishedAnswer): Promise<void> {
    const answer = answerFrom(events);
    const active: ActiveTurn = { id: turnId, stop: new AbortController(), isInBackground: background, answer };
    const turn = this.chat.turn(turnId);
    if (!turn) return;
    this.active = active;
    this.update({ ...turn, status: 'streaming' });
    const options = { goesOn: background, isPatient: true };
    const run =
      interactionId === undefined
        ? Promise.resolve(undefined)
        : pickUp(this.parts, answer, options, active.stop.signal, this.watch(active, background));
    await this.conclude(
      active,
      run.then((outcome) => outcome ?? { status: 'interrupted' }),
    );
  }

  /** A bug must not leave the turn running for ever. */
  private async conclude(active: ActiveTurn, run: Promise<Outcome>): Promise<void> {
    const outcome = await run.catch((error: unknown): Outcome => {
      this.parts.onError(error);
      return { status: 'failed', failure: { reason: 'unknown' } };
    });
    await this.end(active, outcome);
  }

  private watch(active: ActiveTurn, background: boolean): TurnWatcher {
    // After Stop the answer is closed, even if something was already on its way.
    const ifActive = (act: (turn: Turn) => void) => {
      const turn = this.active === active && this.chat.turn(active.id);
      if (turn) act(turn);
    };
    let isInBackground = background;
    return {
      onEvent: (event, changes) =>
        ifActive((turn) => {
          if (turn.status === 'waiting' && changes.length > 0) this.update({ ...turn, status: 'streaming' });
          for (const change of changes) this.published.fire({ type: 'answerChanged', turnId: turn.id, change });
          this.ledger.heard(turn.id, event, isInBackground);
        }),
      onWait: (wait) => ifActive((turn) => this.update({ ...turn, wait })),
      onReplaced: (answer) =>
        ifActive((turn) => {
          active.answer = answer;
          this.ledger.heardAnew(turn.id, answer, isInBackground);
          this.published.fire({ type: 'opened' });
        }),
      onPickUp: (isPickingUp) => ifActive((turn) => this.update({ ...turn, isPickingUp })),
      onRebuilt: () => ifActive((turn) => this.update({ ...turn, isRebuilt: true })),
      onForeground: () =>
        ifActive((turn) => {
          isInBackground = false;
          this.parts.background.refused(turn.model);
        }),
    };
  }

  private async end(active: ActiveTurn, outcome: Outcome, extra: Pick<Turn, 'isCancelling'> = {}): Promise<void> {
    const turn = this.active === active ? this.chat.turn(active.id) : undefined;
    if (!turn) return;
    this.active = undefined;
    const ended: Turn = {
      ...withAnswer(turn, active.answer),
      ...extra,
      wait: undefined,
      isPickingUp: undefined,
      status: outcome.status,
      failure: outcome.status === 'failed' ? outcome.failure : undefined,
      endedAs: outcome.status === 'done' ? outcome.endedAs : undefined,
    };
    this.update(ended);
    await this.ledger.ended(ended);
  }

  private async cancelAtGoogle(turnId: string, id: string): Promise<void> {
    const { interactions, clock } = this.parts;
    // Goes on after the chat was closed: what is stopped must not be billed on.
    const isConfirmed = await cancelAnswer(interactions, clock, id, new AbortController().signal);
    const turn = this.chat.turn(turnId);
    if (!turn || this.gone.signal.aborted) return;
    const ended = { ...turn, isCancelling: undefined, endedAs: isConfirmed ? undefined : 'cancelUnconfirmed' };
    this.update(ended);
    if (!isConfirmed) await this.ledger.ended(ended);
  }

  /** Another window wrote: what it wrote counts, and what ran here no longer does. */
  private async reload(): Promise<void> {
    this.active?.stop.abort(leaving);
    this.active = undefined;
    const saved = await this.parts.records.load(this.chatId);
    if (!saved || this.active || this.gone.signal.aborted) return;
    this.chat = new Conversation(this.chatId, saved.turns, saved.leafId);
    this.unfinished = saved.unfinished;
    this.ledger.adopt(saved);
    this.published.fire({ type: 'opened' });
  }

  private update(turn: Turn): void {
    this.chat.update(turn);
    this.published.fire({ type: 'turnChanged', turn });
  }
}

function withAnswer(turn: Turn, { interactionId, steps, parts, usage }: Answer): Turn {
  return { ...turn, interactionId: interactionId || undefined, steps, parts, usage };
}
