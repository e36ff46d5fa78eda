import type { AnswerChoices } from '../../parts/answerChoices';
import { DisposableStore } from '../base/disposables';
import { Emitter } from '../base/emitter';
import { type Branches, branchesOf } from '../conversation/branches';
import type { ChatExtras } from '../conversation/chatSchema';
import { titleOf } from '../conversation/chatTitle';
import { Conversation } from '../conversation/conversation';
import type { JournalState } from '../conversation/journal';
import type { SavedChat } from '../conversation/savedChat';
import { type Attachment, isRunning, type Question, type Turn } from '../conversation/turn';
import { withRunning } from '../conversation/unfinished';
import { dayOf, modelNow } from '../models/modelNow';
import type { Answering } from './answering';
import { ChatLedger } from './chatLedger';
import type { ChatFact, ChatSessionParts } from './chatParts';
import { factsBetween } from './factsBetween';
import { nextTurn } from './nextTurn';
import { questionOf } from './questionOf';
import { toldToAsk } from './toldToAsk';
import { type AskManner, drawerOf, requestFor } from './turnRequest';
import { TurnRunner } from './turnRunner';
import { UnfinishedAnswers } from './unfinishedAnswers';

/** One chat. It owns the conversation; panels mirror it and may come and go. One turn runs at a time. */
export class ChatSession {
  private readonly own = new DisposableStore();
  private readonly published = this.own.add(new Emitter<ChatFact>());
  readonly onDidPublish = this.published.event;
  private chat: Conversation;
  private readonly ledger: ChatLedger;
  private readonly unfinished: UnfinishedAnswers;
  private readonly runner: TurnRunner;
  private isAsking = false;
  private readonly gone = new AbortController();
  constructor(
    private readonly parts: ChatSessionParts,
    readonly chatId: string,
    saved?: SavedChat,
  ) {
    this.chat = new Conversation(chatId, saved && withRunning(saved), saved?.leafId);
    const journal = parts.records.journal(chatId, saved ? saved.workspace : parts.workspace());
    this.ledger = this.own.add(new ChatLedger(journal, saved));
    this.own.add(this.ledger.onDidChange(() => this.published.fire({ type: 'chatChanged' })));
    this.runner = new TurnRunner(parts, this.ledger, {
      turn: (id) => (this.gone.signal.aborted ? undefined : this.chat.turn(id)),
      update: (turn) => this.update(turn),
      publish: (fact) => this.published.fire(fact),
    });
    this.unfinished = new UnfinishedAnswers(
      {
        ledger: this.ledger,
        clock: parts.clock,
        signal: this.gone.signal,
        isBusy: () => this.isStreaming,
        finish: (answer) => this.runner.finish(answer),
        reread: () => this.reread(),
        onFollow: () => this.published.fire({ type: 'chatChanged' }),
        onGivenUp: (turnId) => {
          const turn = this.chat.turn(turnId);
          if (turn && isRunning(turn)) this.update({ ...turn, status: 'interrupted' });
        },
      },
      saved?.unfinished,
    );
    const reload = () => void this.reload().catch(parts.onError);
    for (const told of [this.ledger.onDidLose, this.ledger.onDidChangeElsewhere]) this.own.add(told(reload));
  }

  get isStreaming(): boolean {
    return this.runner.isRunning;
  }

  /** Whether a question would have to wait: an answer is on its way, or a question is about to be asked. */
  get isBusy(): boolean {
    return this.isStreaming || this.isAsking;
  }

  /** Whether an answer is on its way here, or is about to be completed that a window left unfinished. */
  get awaitsAnswer(): boolean {
    return this.isBusy || !this.unfinished.isEmpty;
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
    return this.ledger.isPrivate || !this.parts.mayStore();
  }

  /** The model of the next question: the one chosen for this chat, else the one of the settings, or its successor. */
  get model(): string {
    return modelNow(this.ledger.model ?? this.parts.model(), dayOf(this.parts.now())).model;
  }

  /** How the next question is answered: as chosen for this chat, else as the settings say. */
  get answering(): Answering {
    return { ...this.parts.answering(), ...this.ledger.choices };
  }

  get extras(): ChatExtras {
    return this.ledger.extras;
  }

  get saving(): JournalState {
    return this.unfinished.isFollowed && this.ledger.state === 'saving' ? 'heldElsewhere' : this.ledger.state;
  }

  /** Interactions that may still be at Google. */
  get idsAtGoogle(): readonly string[] {
    return this.ledger.idsAtGoogle;
  }

  /** The turns that are shown. The running one has its answer so far. */
  turns(): readonly Turn[] {
    return this.chat.path().map((turn) => this.runner.withLiveAnswer(turn));
  }

  /** What else was asked and answered in the place of this turn. */
  branches(turn: Turn): Branches {
    return branchesOf(turn, this.chat.siblings(turn.id));
  }

  /** The ids of the turns that follow this one, one for each branch, in the order they were asked. */
  continuations(turnId: string): readonly string[] {
    return this.chat.continuations(turnId);
  }

  /** Shows another branch up to its latest question. Nothing is sent. */
  async showBranch(turnId: string): Promise<void> {
    if (this.isStreaming || !this.chat.show(turnId)) return;
    this.published.fire({ type: 'opened' });
    await this.ledger.shown(this.chat.leaf?.id ?? turnId);
  }

  /** Asks. Resolves when the turn has ended in any way. False: it was not asked, and the caller keeps the prompt. */
  async send(prompt: string, attachments: readonly Attachment[] = [], how: AskManner = {}): Promise<boolean> {
    const question = questionOf(prompt, attachments, how.image);
    return question !== undefined && this.run(question, this.chat.leaf?.id, how);
  }

  /** Begins this chat with another's turns before `turnId`, without sending them. False: no such turn, or not empty. */
  forkFrom(other: ChatSession, turnId: string): boolean {
    const turn = other.chat.turn(turnId);
    if (!turn || !this.isEmpty) return false;
    const turns = turn.parentId === undefined ? [] : other.chat.path(turn.parentId);
    for (const said of turns) this.chat.add(said);
    this.ledger.beginWith(turns, other.ledger);
    this.published.fire({ type: 'opened' });
    return true;
  }

  /** Asks the same question again. The earlier answer stays, in a branch beside it. */
  async retry(turnId: string, how: AskManner = {}): Promise<void> {
    const turn = this.chat.turn(turnId);
    if (turn) await this.run(turn, turn.parentId, { ...drawerOf(turn), ...how });
  }

  /** Asks an edited question with the same attachments. The earlier question stays, in a branch beside it. */
  async askInstead(turnId: string, prompt: string, how: AskManner = {}): Promise<boolean> {
    const turn = this.chat.turn(turnId);
    const question = turn && questionOf(prompt, turn.attachments, turn.image);
    return question !== undefined && this.run(question, turn?.parentId, { ...drawerOf(turn), ...how });
  }

  /** Goes back to this answer. The next question follows it, in a new branch. */
  async branchFrom(turnId: string): Promise<void> {
    if (this.isStreaming || !this.chat.showUpTo(turnId)) return;
    this.published.fire({ type: 'opened' });
    await this.ledger.shown(turnId);
  }

  /** Asks for the rest of an answer that broke off, in a new turn after the partial answer. */
  async continue(turnId: string): Promise<void> {
    if (this.chat.leaf?.id === turnId) await this.run({ prompt: this.parts.continuePrompt, attachments: [] }, turnId);
  }

  /** Ends the running turn at once and keeps its partial answer. What runs at Google is cancelled there. */
  stop(): void {
    this.runner.stop();
  }

  /** Completes the answers that a window left unfinished. Resolves when all these answers have ended. */
  resume(): Promise<void> {
    return this.unfinished.complete();
  }

  /** Makes this window the one that writes the chat, although another one does. */
  async takeOver(): Promise<void> {
    // Read before the claim: after it, memory counts as newer than the disk.
    const saved = await this.parts.records.load(this.chatId);
    if (!(await this.ledger.claim(true))) return;
    if (saved) this.adopt(saved);
    await this.resume();
  }

  setPrivate(isPrivate: boolean): void {
    this.ledger.setPrivate(isPrivate, !this.chat.isEmpty);
  }

  /** Chooses the model for this chat, from the next question on. */
  setModel(model: string): void {
    this.ledger.setModel(model, !this.chat.isEmpty);
  }

  /** Chooses tools and thinking for this chat, from the next question on. */
  choose(choices: Partial<AnswerChoices>): void {
    const { tools, thinking, servers } = this.answering;
    this.ledger.setChoices({ tools, thinking, servers, ...choices }, !this.chat.isEmpty);
  }

  setExtras(extras: Partial<ChatExtras>): void {
    this.ledger.setExtras({ ...this.extras, ...extras }, !this.chat.isEmpty);
  }

  rename(title: string, by: 'user' | 'model' = 'user'): Promise<void> {
    return this.ledger.setTitle(title, by);
  }

  /** Notes that these interactions were deleted at Google. Later questions do not continue from them. */
  forget(ids: readonly string[]): Promise<void> {
    return this.ledger.forget(ids);
  }

  /** Closes the chat without stopping it: an answer that runs at Google goes on there. */
  dispose(): void {
    this.gone.abort();
    this.runner.leave();
    this.own.dispose();
  }

  private async run(question: Question, parentId: string | undefined, how: AskManner = {}): Promise<boolean> {
    if (this.isBusy || this.unfinished.isFollowed) return false;
    this.isAsking = true;
    const told = await toldToAsk(this.parts, this.ledger).finally(() => {
      this.isAsking = false;
    });
    if (!told || this.gone.signal.aborted) return false;
    const turn = nextTurn(this.parts, question, parentId, how.model ?? this.ledger.model, told);
    const request = requestFor(turn, parentId === undefined ? [] : this.chat.path(parentId), {
      ...how,
      ...told,
      isPrivate: this.isPrivate,
      background: this.parts.background.isWanted(turn.model),
      answering: this.answering,
      forgotten: this.ledger.forgotten,
    });
    const isNext = this.chat.leaf?.id === parentId;
    this.chat.add(turn);
    const active = this.runner.begin(turn, request.request.background === true);
    // A branch hides the turns after its parent, so a mirror must start over.
    this.published.fire(isNext ? { type: 'turnAdded', turn } : { type: 'opened' });
    // The question is on disk before it leaves the machine.
    await this.ledger.asked(turn);
    how.onKept?.();
    await this.runner.ask(active, { ...request, firstWait: how.firstWait });
    return true;
  }

  /** Another window wrote. If this one no longer writes the chat, the turn that runs here is dropped. */
  private async reload(): Promise<void> {
    const isOurs = this.ledger.isClaimed;
    if (!isOurs) this.runner.leave();
    await this.reread();
    if (!isOurs) await this.unfinished.watch();
  }

  private async reread(): Promise<void> {
    const saved = await this.parts.records.load(this.chatId);
    if (!saved || this.gone.signal.aborted) return;
    // While this window writes, its memory is newer than the disk.
    if (this.ledger.isClaimed || this.isStreaming) this.ledger.adopt(saved);
    else this.adopt(saved);
  }

  private adopt(saved: SavedChat): void {
    const before = this.chat.path();
    this.chat = new Conversation(this.chatId, withRunning(saved), saved.leafId);
    this.unfinished.replace(saved.unfinished);
    this.ledger.adopt(saved);
    for (const fact of factsBetween(before, this.chat.path())) this.published.fire(fact);
  }

  private update(turn: Turn): void {
    this.chat.update(turn);
    this.published.fire({ type: 'turnChanged', turn });
  }
}
