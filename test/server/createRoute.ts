import type { Interactions } from '@google/genai';
import { type Answer, textStep, thoughtStep } from './answer';
import { chooseAnswer } from './answers/chooseAnswer';
import { EventStream } from './eventStream';
import { isCountedDelta } from './holdGate';
import { type FrameScheduler, LiveInteraction } from './liveInteraction';
import type { Exchange } from './requestLog';
import type { ScriptedAnswer } from './scriptedAnswer';
import { cutIn, replay } from './scriptedReplay';
import type { Call, ServerState } from './serverState';
import { doneFrame, frameOf } from './sse';
import { eventsOfStep } from './stepEvents';
import { stepsOfInput } from './turnInput';
import { usageOf } from './usage';
import { acceptCreate } from './validation/requestRules';
import { acceptTurn } from './validation/turnRules';
import type { CreateRequest, RawEvent, WireEvent } from './wire';
import { invalidRequest } from './wireError';

/** POST /interactions */
export async function create({ state, exchange, version }: Call): Promise<void> {
  const request = acceptCreate(exchange.body, { version, behaviour: state.behaviour, files: state.files.all });
  const scripted = state.queue.take('create');
  const given = scripted ? answerIn(scripted) : undefined;
  if (scripted && !given) return replay(state, exchange, scripted, request);

  if (request.continuation_token !== undefined) throw invalidRequest("'continuation_token' is not valid.");
  const input = stepsOfInput(request.input);
  const inherited = state.store.chain(request.previous_interaction_id);
  acceptTurn(request, inherited, input);
  const environment = state.environments.enter(request);
  const answer = given ?? chooseAnswer({ request, inherited, input, stores: state.stores }, environment);
  const live = start(state, request, input, environment?.id);
  const run = live.run(
    answer,
    usageOf(request, [...inherited, ...input], answer.steps),
    paceOf(state, request, answer),
  );

  if (!request.background) exchange.gone.addEventListener('abort', () => exchange.closedByClient && live.cancel());
  if (request.stream) return stream(state, exchange, live, 0, scripted);
  if (!request.background) await run;
  exchange.json(200, live.resource({ userSteps: false, input: false }));
}

/** Sends an interaction's events from a position on, until it ends. */
export async function stream(
  state: ServerState,
  exchange: Exchange,
  live: LiveInteraction,
  from: number,
  scripted: ScriptedAnswer | undefined,
): Promise<void> {
  const body = new EventStream(exchange, cutIn(scripted), undefined, state.onFirstText);
  const totalUsage = scripted && 'totalUsage' in scripted ? scripted.totalUsage : undefined;
  for await (const produced of live.follow(from)) {
    const event = counting(produced, totalUsage);
    if (!(await body.write(frameOf(event), event))) return;
  }
  if (await body.write(doneFrame, undefined)) body.end();
}

function start(
  state: ServerState,
  request: CreateRequest,
  input: readonly Interactions.Step[],
  environmentId: string | undefined,
): LiveInteraction {
  const id = request.store === false ? '' : state.store.nextId();
  const live = new LiveInteraction(id, request, input, state.behaviour.answersAs[request.model ?? ''], environmentId);
  if (request.store !== false) state.store.add(live, state.behaviour.lateByGets);
  return live;
}

function answerIn(scripted: ScriptedAnswer): Answer | undefined {
  if (!('text' in scripted) && !('steps' in scripted)) return undefined;
  const { ends, usage, errors } = scripted;
  const steps =
    'steps' in scripted ? scripted.steps : [thoughtStep(scripted.text, scripted.thoughts), textStep(scripted.text)];
  return { steps, ...(ends && { status: ends }), ...(usage && { usage }), ...(errors && { errors }) };
}

/** Some streams say what an interaction has cost so far, wherever they can. */
function counting(event: WireEvent, totalUsage: Interactions.Usage | undefined): WireEvent | RawEvent {
  const counts = ['interaction.created', 'step.delta', 'step.stop'].includes(event.event_type);
  return totalUsage && counts ? { ...event, metadata: { total_usage: totalUsage } } : event;
}

function paceOf(state: ServerState, request: CreateRequest, answer: Answer): FrameScheduler {
  const gate = request.stream || request.background ? state.gate : undefined;
  if (!request.agent) return { deltaMs: request.stream || request.background ? state.paceMs : 0, gate };
  const deltas = answer.steps.reduce((sum, step) => sum + watchedDeltas(step), 0);
  return { deltaMs: state.researchMs / Math.max(1, deltas), gate };
}

function watchedDeltas(step: Interactions.Step): number {
  return [...eventsOfStep(step, 0, { withIds: false, textInStart: false })].filter(isCountedDelta).length;
}
