import { type Clock, systemClock } from '../clock';
import { Emitter } from '../emitter';
import { type StreamLimits, usualLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';
import { Answer, type AnswerChange } from './answer';
import type { ChatStore } from './chatStore';
import { cleanPrompt } from './cleanPrompt';
import { Conversation, foundationOf, historyOf, inputOf } from './conversation';
import { chatInstruction } from './prompts';
import { runTurn, type TurnEngine, type TurnOutcome, type TurnRequest } from './runTurn';
import { type Attachment, isRunning, type Turn, type WantedWait } from './turn';
import { TurnSaver } from './turnSaver';

/** What happened to the open chat. */
export type ChatFact =
  /** Another chat is open, or the same one anew: whoever mirrors it needs all of it. */
  | { readonly type: 'opened' }
  | { readonly type: 'turnAdded'; readonly turn: Turn }
  | { readonly type: 'answerChanged'; readonly turnId: string; readonly change: AnswerChange }
  | { readonly type: 'turnChanged'; readonly turn: Turn };

export interface ChatSessionParts {
  readonly interactions: Interactions;
  readonly store: ChatStore;
  /** Read at each question, so that a changed setting counts for the next one. */
  readonly model: () => string;
  /** What "Continue" asks, in the user's language. */
  readonly continuePrompt: string;
  readonly newId: () => string;
  readonly now: () => number;
  /** Told of what went wrong beside the chat, such as a save. */
  readonly onError: (error: unknown) => void;
  readonly clock?: Clock;
  readonly limits?: StreamLimits;
  readonly random?: () => number;
}

type Question = Pick<Turn, 'prompt' | 'attachments' | 'removedCharacters'>;

interface ActiveTurn {
  readonly id: string;
  readonly stop: AbortController;
  answer: Answer;
  readonly saver: TurnSaver;
}

/** The open chat. It owns the conversation; panels mirror it and tabs may come and go. One turn runs at a time. */
export class ChatSession {
  private readonly published = new Emitter<ChatFact>();
  readonly onDidPublish = this.published.event;
  private chat: Conversation;
  private active: ActiveTurn | undefined;
  private restored: Promise<void> | undefined;

  private readonly engine: TurnEngine;

  constructor(private readonly parts: ChatSessionParts) {
    this.chat = new Conversation(parts.newId());
    this.engine = {
      interactions: parts.interactions,
      clock: parts.clock ?? systemClock,
      limits: parts.limits ?? usualLimits,
      random: parts.random ?? Math.random,
    };
  }

  get chatId(): string {
    return this.chat.id;
  }

  get isStreaming(): boolean {
    return this.active !== undefined;
  }

  /** The turns shown, the running one with its answer so far. */
  turns(): readonly Turn[] {
    return this.chat
      .path()
      .map((turn) => (turn.id === this.active?.id ? this.withAnswer(turn, this.active.answer) : turn));
  }

  /** Brings back the chat this window had open. Only the first call reads; a chat begun meanwhile stays. */
  restore(): Promise<void> {
    this.restored ??= this.readOpenChat();
    return this.restored;
  }

  /** Asks in the open chat. Resolves when the turn has ended, however it ended. Blank prompts and a running turn: nothing. */
  async send(prompt: string, attachments: readonly Attachment[] = []): Promise<void> {
    await this.restore();
    if (this.active || (prompt.trim() === '' && attachments.length === 0)) return;
    const { text, removed } = cleanPrompt(prompt);
    if (text.trim() === '' && attachments.length === 0) return;
    await this.run({ prompt: text, attachments, removedCharacters: removed || undefined }, this.chat.leaf?.id);
  }

  /** Asks the same again, at once or after a visible wait: a branch beside the earlier answer, which is kept. */
  async retry(turnId: string, firstWait?: WantedWait): Promise<void> {
    const turn = this.chat.turn(turnId);
    if (!turn || this.active) return;
    await this.run(turn, turn.parentId, firstWait);
  }

  /** Asks for the rest of an answer that broke off: a new turn that has the partial answer before it. */
  async continue(turnId: string): Promise<void> {
    if (this.active || this.chat.leaf?.id !== turnId) return;
    await this.run({ prompt: this.parts.continuePrompt, attachments: [] }, turnId);
  }

  /** Ends the running turn at once and keeps what came. */
  stop(): void {
    const active = this.active;
    if (!active) return;
    active.stop.abort();
    this.end(active, { status: 'stopped' });
  }

  /** Opens an empty chat. A running answer is stopped and kept in its own chat. */
  newChat(): void {
    this.stop();
    this.restored ??= Promise.resolve();
    this.chat = new Conversation(this.parts.newId());
    this.parts.store.setOpenChatId(this.chat.id);
    this.published.fire({ type: 'opened' });
  }

  attachment(turnId: string, attachmentId: string): Attachment | undefined {
    return this.chat.turn(turnId)?.attachments.find((attachment) => attachment.id === attachmentId);
  }

  dispose(): void {
    this.active?.stop.abort();
    this.published.dispose();
  }

  private async readOpenChat(): Promise<void> {
    const chatId = this.parts.store.openChatId;
    if (chatId === undefined) return;
    const { chat } = this;
    try {
      const turns = await this.parts.store.loadTurns(chatId);
      // What was begun meanwhile stays, be it a question or another chat.
      if (this.chat !== chat || !chat.isEmpty) return;
      this.chat = new Conversation(chatId, turns.map(afterRestart));
      this.published.fire({ type: 'opened' });
    } catch (error) {
      this.parts.onError(error);
    }
  }

  private async run(question: Question, parentId: string | undefined, firstWait?: WantedWait): Promise<void> {
    const { chat } = this;
    const turn: Turn = {
      id: this.parts.newId(),
      parentId,
      createdAt: this.parts.now(),
      prompt: question.prompt,
      attachments: question.attachments,
      removedCharacters: question.removedCharacters,
      model: this.parts.model(),
      status: 'waiting',
      interactionId: undefined,
      steps: [],
      parts: [],
      usage: undefined,
      failure: undefined,
      endedAs: undefined,
    };
    const path = parentId === undefined ? [] : chat.path(parentId);
    const leafBefore = chat.leaf?.id;
    chat.add(turn);
    const saver = new TurnSaver((latest) => this.parts.store.saveTurn(chat.id, latest), this.parts.onError);
    const active: ActiveTurn = { id: turn.id, stop: new AbortController(), answer: new Answer(), saver };
    this.active = active;
    this.parts.store.setOpenChatId(chat.id);
    // A branch hides the turns after its parent, so a mirror must start over.
    this.published.fire(leafBefore === parentId ? { type: 'turnAdded', turn } : { type: 'opened' });

    // The question is on disk before it leaves the machine.
    await saver.flush(() => turn);
    const request = { ...requestFor(turn, path), firstWait };
    const outcome = active.stop.signal.aborted ? stopped : await this.ask(active, chat, turn, request);
    this.end(active, outcome);
    await saver.flush(() => chat.turn(turn.id) ?? turn);
  }

  private ask(active: ActiveTurn, chat: Conversation, turn: Turn, request: TurnRequest): Promise<TurnOutcome> {
    // After Stop the answer is closed, even if something was already on its way.
    const ifActive = (act: () => void) => this.active === active && act();
    const current = () => chat.turn(turn.id) ?? turn;
    const outcome = runTurn(this.engine, request, active.answer, active.stop.signal, {
      onChange: (changes) =>
        ifActive(() => {
          if (current().status === 'waiting' && changes.length > 0) {
            this.update(chat, { ...current(), status: 'streaming' });
          }
          for (const change of changes) this.published.fire({ type: 'answerChanged', turnId: turn.id, change });
          active.saver.schedule(() => this.withAnswer(current(), active.answer));
        }),
      onWait: (wait) => ifActive(() => this.update(chat, { ...current(), wait })),
      onReplaced: (whole) =>
        ifActive(() => {
          active.answer = whole;
          this.published.fire({ type: 'opened' });
        }),
    });
    // A bug must not leave the turn running for ever.
    return outcome.catch((error: unknown) => {
      this.parts.onError(error);
      return { status: 'failed', failure: { reason: 'unknown' } };
    });
  }

  private end(active: ActiveTurn, outcome: TurnOutcome): void {
    if (this.active !== active) return;
    this.active = undefined;
    const turn = this.chat.turn(active.id);
    if (!turn) return;
    this.update(this.chat, {
      ...this.withAnswer(turn, active.answer),
      wait: undefined,
      status: outcome.status,
      failure: outcome.status === 'failed' ? outcome.failure : undefined,
      endedAs: outcome.status === 'done' ? outcome.endedAs : undefined,
    });
  }

  private update(chat: Conversation, turn: Turn): void {
    chat.update(turn);
    this.published.fire({ type: 'turnChanged', turn });
  }

  private withAnswer(turn: Turn, answer: Answer): Turn {
    return {
      ...turn,
      interactionId: answer.interactionId || undefined,
      steps: answer.steps,
      parts: answer.parts,
      usage: answer.usage,
    };
  }
}

const stopped: TurnOutcome = { status: 'stopped' };

function requestFor(turn: Turn, path: readonly Turn[]): TurnRequest {
  const { previousInteractionId, history } = foundationOf(path);
  const common: InteractionRequest = {
    model: turn.model,
    input: inputOf(turn),
    store: true,
    systemInstruction: chatInstruction,
    thinkingSummaries: true,
  };
  return {
    request: { ...common, history, ...(previousInteractionId !== undefined && { previousInteractionId }) },
    rebuilt: previousInteractionId === undefined ? undefined : { ...common, history: historyOf(path) },
  };
}

/** A turn that was running when the window went away did not end: nobody is listening to it any more. */
function afterRestart(turn: Turn): Turn {
  return isRunning(turn) ? { ...turn, status: 'interrupted', wait: undefined } : turn;
}
