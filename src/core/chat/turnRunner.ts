import { Answer } from '../conversation/answer';
import { answerForm } from '../conversation/answerForm';
import { answerFrom } from '../conversation/savedAnswer';
import type { UnfinishedAnswer } from '../conversation/savedChat';
import type { Turn } from '../conversation/turn';
import { type TurnOutcome, turnEndOf } from '../conversation/turnOutcome';
import { cancelInteraction } from '../interactions/cancelInteraction';
import { detach, type InteractionRequest } from '../interactions/port';
import type { ChatLedger } from './chatLedger';
import type { ChatFact, ChatSessionParts } from './chatParts';
import { earlierIn } from './earlierAnswers';
import { resumeInteraction } from './resumeInteraction';
import { runTurn, type TurnRequest } from './runTurn';
import { turnCost } from './turnCost';
import type { TurnWatcher } from './turnServices';
import { TurnTimer } from './turnTimer';

/** The turns that a runner works on. */
export interface TurnStore {
  turn(id: string): Turn | undefined;
  /** Replaces a turn by its later state, and publishes it. */
  update(turn: Turn): void;
  publish(fact: ChatFact): void;
}

interface ActiveTurn {
  readonly id: string;
  readonly stop: AbortController;
  /** Whether the answer goes on at Google without a connection. What was asked for may have been refused. */
  isInBackground: boolean;
  readonly timer: TurnTimer;
  answer: Answer;
}

/** `interrupted`: the window went away in the middle, and the service cannot complete the answer. */
type Outcome = TurnOutcome | 'interrupted';

/** Runs the turns of one chat, one at a time, and writes them to the ledger. */
export class TurnRunner {
  private active: ActiveTurn | undefined;

  constructor(
    private readonly parts: ChatSessionParts,
    private readonly ledger: ChatLedger,
    private readonly store: TurnStore,
  ) {}

  get isRunning(): boolean {
    return this.active !== undefined;
  }

  /** The turn. If it is the one that runs, with its answer so far. */
  withLiveAnswer(turn: Turn): Turn {
    if (turn.id !== this.active?.id) return turn;
    const { answer, timer } = this.active;
    return { ...withAnswer(turn, answer), times: timer.soFar };
  }

  /** Marks a turn as the running one. The one before must have ended. */
  begin(turn: Turn, isInBackground: boolean): ActiveTurn {
    const timer = this.timer(true);
    this.active = {
      id: turn.id,
      stop: new AbortController(),
      isInBackground,
      timer,
      answer: new Answer(answerForm(turn)),
    };
    return this.active;
  }

  /** Asks the question of a turn that was begun. Resolves when the turn has ended in any way. */
  async ask(active: ActiveTurn, request: TurnRequest): Promise<void> {
    if (active.stop.signal.aborted) return;
    const watcher = this.watch(active);
    const renew = (asked: InteractionRequest) => this.withFiles(active, asked);
    const { signal } = active.stop;
    await this.conclude(active, runTurn(this.parts, { ...request, renew }, active.answer, signal, watcher));
  }

  /** Completes an answer that a window left unfinished. Resolves when it has ended in any way. */
  async finish({ turnId, interactionId, background, events }: UnfinishedAnswer): Promise<void> {
    const turn = this.store.turn(turnId);
    if (!turn) return;
    const active: ActiveTurn = {
      id: turnId,
      stop: new AbortController(),
      isInBackground: background,
      timer: this.timer(false),
      answer: answerFrom(events, answerForm(turn)),
    };
    this.active = active;
    this.store.update({ ...turn, status: 'streaming' });
    const run =
      interactionId === undefined
        ? Promise.resolve(undefined)
        : resumeInteraction(
            this.parts,
            active.answer,
            { goesOn: background, isPatient: true, earlier: earlierIn(events) },
            active.stop.signal,
            this.watch(active),
          );
    await this.conclude(
      active,
      run.then((outcome) => outcome ?? 'interrupted'),
    );
  }

  /** Ends the running turn at once and keeps its partial answer. What runs at Google is cancelled there. */
  stop(): void {
    const { active } = this;
    if (!active) return;
    active.stop.abort();
    const id = active.isInBackground && active.answer.interactionId;
    void this.end(active, { status: 'stopped' }, id ? { isCancelling: true } : {});
    if (id) void this.cancelAtGoogle(active.id, id).catch(this.parts.onError);
  }

  /** Stops listening. The answer may go on at Google, and no end is written for it. */
  leave(): void {
    this.active?.stop.abort(detach);
    this.active = undefined;
  }

  /** The files of the turn and of those before it, once more at Google. Each turn keeps their new addresses. */
  private async withFiles(active: ActiveTurn, asked: InteractionRequest): Promise<InteractionRequest | undefined> {
    const { renewUpload, clock } = this.parts;
    const { signal } = active.stop;
    const { withRenewedUploads } = await import('./renewUploads');
    const found = await withRenewedUploads(renewUpload, asked, this.pathTo(active.id), clock.now(), signal).catch(
      // Why the service lacks them is what the user has to know.
      () => undefined,
    );
    if (!found || this.active !== active) return undefined;
    for (const turn of found.turns) {
      this.store.update(turn);
      await this.ledger.rewritten(turn, active.id);
    }
    return found.request;
  }

  private pathTo(turnId: string): readonly Turn[] {
    const path: Turn[] = [];
    let turn = this.store.turn(turnId);
    while (turn && !path.includes(turn)) {
      path.unshift(turn);
      turn = turn.parentId === undefined ? undefined : this.store.turn(turn.parentId);
    }
    return path;
  }

  /** Ends the turn, also after a bug. */
  private async conclude(active: ActiveTurn, run: Promise<Outcome>): Promise<void> {
    const outcome = await run.catch((error: unknown): Outcome => {
      this.parts.onError(error);
      return { status: 'failed', failure: { reason: 'unknown' } };
    });
    await this.end(active, outcome);
  }

  private watch(active: ActiveTurn): TurnWatcher {
    const { store, ledger } = this;
    // After Stop the answer is closed, even for events that were already on their way.
    const ifActive = (act: (turn: Turn) => void) => {
      const turn = this.active === active && store.turn(active.id);
      if (turn) act(turn);
    };
    const { tapes } = this.parts;
    return {
      onAsked: (request) =>
        ifActive((turn) => {
          active.isInBackground = request.background === true;
          tapes.asked(turn.id, request);
        }),
      onEvent: (event, changes) =>
        ifActive((turn) => {
          tapes.came(turn.id, event);
          if (turn.status === 'waiting' && changes.length > 0) store.update({ ...turn, status: 'streaming' });
          for (const change of changes) store.publish({ type: 'answerChanged', turnId: turn.id, change });
          active.timer.note(event, changes);
          ledger.recordEvent(turn.id, event, active.isInBackground, active.answer.earlierUsage);
        }),
      onWait: (wait) => ifActive((turn) => store.update({ ...turn, wait })),
      onReplaced: (answer) =>
        ifActive((turn) => {
          active.answer = answer;
          active.timer.loseThoughts();
          ledger.recordRestart(turn.id, answer, active.isInBackground);
          store.publish({ type: 'opened' });
        }),
      onResuming: (isResuming) => ifActive((turn) => store.update({ ...turn, isResuming: isResuming })),
      onRebuilt: () => ifActive((turn) => store.update({ ...turn, isRebuilt: true })),
      onForeground: () => ifActive((turn) => this.parts.background.refused(turn.agent ?? turn.model)),
    };
  }

  private async end(active: ActiveTurn, outcome: Outcome, extra: Pick<Turn, 'isCancelling'> = {}): Promise<void> {
    const turn = this.active === active ? this.store.turn(active.id) : undefined;
    if (!turn) return;
    this.active = undefined;
    const answered = withAnswer(turn, active.answer);
    const ended: Turn = {
      ...answered,
      ...(this.isCostly(answered) && { isCostly: true }),
      times: active.timer.end(),
      ...extra,
      wait: undefined,
      isResuming: undefined,
      ...(outcome === 'interrupted' ? interrupted : turnEndOf(outcome)),
    };
    this.store.update(ended);
    await this.ledger.ended(ended);
  }

  private isCostly(turn: Turn): boolean {
    const cost = turnCost(turn);
    return cost !== undefined && this.parts.isCostly(cost);
  }

  private timer(isFromStart: boolean): TurnTimer {
    const { clock } = this.parts;
    return new TurnTimer(() => clock.now(), isFromStart);
  }

  private async cancelAtGoogle(turnId: string, id: string): Promise<void> {
    const { interactions, clock } = this.parts;
    // Not tied to the chat: a stopped answer must not be billed further after the chat was closed.
    const isConfirmed = await cancelInteraction(interactions, clock, id, new AbortController().signal);
    const turn = this.store.turn(turnId);
    if (!turn) return;
    const ended = { ...turn, isCancelling: undefined, endedAs: isConfirmed ? undefined : 'cancelUnconfirmed' };
    this.store.update(ended);
    if (!isConfirmed) await this.ledger.ended(ended);
  }
}

const interrupted = { status: 'interrupted', failure: undefined, endedAs: undefined } as const;

function withAnswer(turn: Turn, answer: Answer): Turn {
  const { interactionId, steps, parts, usage, model, environmentId, skippedEvents } = answer;
  const isOther = model !== undefined && turn.model !== '' && turn.agent === undefined && model !== turn.model;
  return {
    ...turn,
    answeredBy: isOther ? model : undefined,
    ...(environmentId !== undefined && { environmentId }),
    interactionId: interactionId || undefined,
    steps,
    parts,
    usage,
    skippedEvents: skippedEvents || undefined,
  };
}
