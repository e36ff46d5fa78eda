import { setTimeout as pause } from 'node:timers/promises';
import { EventStream } from './eventStream';
import { LiveInteraction } from './liveInteraction';
import type { Exchange } from './requestLog';
import type { Cut, ScriptedAnswer } from './scriptedAnswer';
import type { ServerState } from './serverState';
import { dataOf, doneFrame, frameOf, framesIn } from './sse';
import { recordedAnswer } from './stepAssembler';
import { stepsOfInput } from './turnInput';
import type { CreateRequest } from './wire';

/** Answers with what the script says, without a run behind it. */
export async function replay(
  state: ServerState,
  exchange: Exchange,
  scripted: ScriptedAnswer,
  request?: CreateRequest,
): Promise<void> {
  if ('drop' in scripted) return exchange.reset();
  if ('silence' in scripted) {
    if (scripted.silence === 'afterHeaders') new EventStream(exchange, {}, undefined, state.onFirstText);
    await exchange.ended;
    return;
  }
  if ('status' in scripted) return exchange.json(scripted.status, scripted.body, scripted.headers);
  if (!('sse' in scripted) && !('events' in scripted)) {
    throw new Error(`An answer with text or steps cannot stand for a '${scripted.for}' request.`);
  }
  if (request && !request.stream) throw new Error('A scripted stream met a request without stream:true.');
  const sse = 'sse' in scripted ? scripted.sse : [...scripted.events.map(frameOf), doneFrame].join('');
  const recorded = request && request.store !== false ? recordedAnswer(sse) : undefined;
  if (request && recorded) {
    const live = new LiveInteraction(recorded.id, request, stepsOfInput(request.input));
    live.adopt(recorded.answer);
    state.store.add(live, state.behaviour.lateByGets);
  }
  const chunk = 'chunkBytes' in scripted ? scripted.chunkBytes : undefined;
  const body = new EventStream(exchange, cutIn(scripted), state.gate, state.onFirstText, chunk);
  for (const frame of framesIn(sse)) {
    if ('frameMs' in scripted && scripted.frameMs) {
      await pause(scripted.frameMs, undefined, { signal: exchange.gone }).catch(() => {});
    }
    if (!(await body.write(frame, dataOf(frame)))) return;
  }
  body.end();
}

export function cutIn(scripted: ScriptedAnswer | undefined): Cut {
  return scripted && ('text' in scripted || 'steps' in scripted || 'sse' in scripted || 'events' in scripted)
    ? scripted
    : {};
}
