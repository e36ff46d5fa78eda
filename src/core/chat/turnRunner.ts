import { Answer } from '../conversation/answer';
import { answerFrom } from '../conversation/savedAnswer';
import type { UnfinishedAnswer } from '../conversation/savedChat';
import type { Turn } from '../conversation/turn';
import { type TurnOutcome, turnEndOf } from '../conversation/turnOutcome';
import { cancelInteraction } from '../interactions/cancelInteraction';
import { detach } from '../interactions/port';
import type { ChatLedger } from './chatLedger';
import type { ChatFact, ChatSessionParts } from './chatParts';
import { earlierIn } from './earlierAnswers';
import { resumeInteraction } from './resumeInteraction';
import { runTurn, type TurnRequest } from './runTurn';
import type { TurnWatcher } from './turnServices';

/** Where the turns live that are run here. */
export interface TurnStore {
  turn(id: string): Turn | undefined;
  /** Replaces a turn by its later state, and tells it. */
  update(turn: Turn): void;
  publish(fact: ChatFact): void;
}

interface ActiveTurn {
  readonly id: string;
  readonly stop: AbortController;
  readonly isInBackground: boolean;
  answer: Answer;
}

/** `interrupted`: the window went away in the middle, and the service cannot complete the answer. */
type Outcome = TurnOutcome | 'interrupted';

/** Runs the turns of one chat, one at a time, and writes down what comes. */
export class TurnRunner {
  private active: ActiveTurn | undefined;

  constructor(
    private readonly parts: ChatSessionParts,
    private readonly ledger: ChatLedger,
    private readonly place: TurnStore,
  ) {}

  get isRunning(): boolean {
    return this.active !== undefined;
  }

  /** The turn with its answer so far, if it is the one that runs. */
  withLiveAnswer(turn: Turn): Turn {
    return turn.id === this.active?.id ? withAnswer(turn, this.active.answer) : turn;
  }

  /** Takes a turn on, so that no other can begin. What runs must have ended. */
  begin(turn: Turn, isInBackground: boolean): ActiveTurn {
    this.active = { id: turn.id, stop: new AbortController(), isInBackground, answer: new Answer() };
    return this.active;
  }

  /** Asks the question of a turn that was begun. Resolves when it has ended, however. */
  async ask(active: ActiveTurn, request: TurnRequest): Promise<void> {
    if (active.stop.signal.aborted) return;
    const watcher = this.watch(active, active.isInBackground);
    await this.conclude(active, runTurn(this.parts, request, active.answer, active.stop.signal, watcher));
  }

  /** Goes on with an answer that a window left when it went away. Resolves when it has ended, however. */
  async finish({ turnId, interactionId, background, events }: UnfinishedAnswer): Promise<void> {
    const turn = this.place.turn(turnId);
    if (!turn) return;
    const active: ActiveTurn = {
      id: turnId,
      stop: new AbortController(),
      isInBackground: background,
      answer: answerFrom(events),
    };
    this.active = active;
    this.place.update({ ...turn, status: 'streaming' });
    const run =
      interactionId === undefined
        ? Promise.resolve(undefined)
        : resumeInteraction(
            this.parts,
            active.answer,
            { goesOn: background, isPatient: true, earlier: earlierIn(events) },
            active.stop.signal,
            this.watch(active, background),
          );
    await this.conclude(
      active,
      run.then((outcome) => outcome ?? 'interrupted'),
    );
  }

  /** Ends the running turn at once and keeps what came. What runs at Google is cancelled there. */
  stop(): void {
    const { active } = this;
    if (!active) return;
    active.stop.abort();
    const id = active.isInBackground && active.answer.interactionId;
    void this.end(active, { status: 'stopped' }, id ? { isCancelling: true } : {});
    if (id) void this.cancelAtGoogle(active.id, id).catch(this.parts.onError);
  }

  /** Gives up listening. The answer may go on at Google, and nothing is written down as its end. */
  leave(): void {
    this.active?.stop.abort(detach);
    this.active = undefined;
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
    const { place, ledger } = this;
    // After Stop the answer is closed, even if something was already on its way.
    const ifActive = (act: (turn: Turn) => void) => {
      const turn = this.active === active && place.turn(active.id);
      if (turn) act(turn);
    };
    let isInBackground = background;
    return {
      onEvent: (event, changes) =>
        ifActive((turn) => {
          if (turn.status === 'waiting' && changes.length > 0) place.update({ ...turn, status: 'streaming' });
          for (const change of changes) place.publish({ type: 'answerChanged', turnId: turn.id, change });
          ledger.heard(turn.id, event, isInBackground);
        }),
      onWait: (wait) => ifActive((turn) => place.update({ ...turn, wait })),
      onReplaced: (answer) =>
        ifActive((turn) => {
          active.answer = answer;
          ledger.heardAnew(turn.id, answer, isInBackground);
          place.publish({ type: 'opened' });
        }),
      onResuming: (isResuming) => ifActive((turn) => place.update({ ...turn, isPickingUp: isResuming })),
      onRebuilt: () => ifActive((turn) => place.update({ ...turn, isRebuilt: true })),
      onForeground: () =>
        ifActive((turn) => {
          isInBackground = false;
          this.parts.background.refused(turn.model);
        }),
    };
  }

  private async end(active: ActiveTurn, outcome: Outcome, extra: Pick<Turn, 'isCancelling'> = {}): Promise<void> {
    const turn = this.active === active ? this.place.turn(active.id) : undefined;
    if (!turn) return;
    this.active = undefined;
    const ended: Turn = {
      ...withAnswer(turn, active.answer),
      ...extra,
      wait: undefined,
      isPickingUp: undefined,
      ...(outcome === 'interrupted' ? interrupted : turnEndOf(outcome)),
    };
    this.place.update(ended);
    await this.ledger.ended(ended);
  }

  private async cancelAtGoogle(turnId: string, id: string): Promise<void> {
    const { interactions, clock } = this.parts;
    // Goes on after the chat was closed: what is stopped must not be billed on.
    const isConfirmed = await cancelInteraction(interactions, clock, id, new AbortController().signal);
    const turn = this.place.turn(turnId);
    if (!turn) return;
    const ended = { ...turn, isCancelling: undefined, endedAs: isConfirmed ? undefined : 'cancelUnconfirmed' };
    this.place.update(ended);
    if (!isConfirmed) await this.ledger.ended(ended);
  }
}

const interrupted = { status: 'interrupted', failure: undefined, endedAs: undefined } as const;

function withAnswer(turn: Turn, { interactionId, steps, parts, usage, skippedEvents }: Answer): Turn {
  return {
    ...turn,
    interactionId: interactionId || undefined,
    steps,
    parts,
    usage,
    skippedEvents: skippedEvents || undefined,
  };
}
