import { type JsonObject, objectField } from '../../src/core/base/json';
import type { InteractionEvent } from '../../src/core/interactions/events';
import type { Usage } from '../../src/core/interactions/usage';
import { outcomeWords } from './outcomeWords';
import type { Redactor } from './redact';
import type { Streamed, StreamedEvent } from './streamed';

/** The types of all events, in order, those of the same kind in a row as one: `step.delta text x5`. */
function sequenceOf({ events }: Streamed, redactor: Redactor): readonly string[] {
  const runs: { name: string; count: number }[] = [];
  for (const seen of events) {
    const name = nameOf(seen, redactor);
    const last = runs.at(-1);
    if (last?.name === name) last.count += 1;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => (count > 1 ? `${name} x${count}` : name));
}

/** The types of the steps, in the order in which they began. */
export function stepTypesOf({ events }: Streamed, redactor: Redactor): readonly string[] {
  return events.flatMap(({ event }) => (event.type === 'stepStarted' ? redactor.word(event.step.wire.type) : []));
}

/** Whether the event brings text of the answer. */
export function isText(event: InteractionEvent): boolean {
  return event.type === 'stepGrew' && event.delta.type === 'text';
}

/** How a stream ended, and what the product makes of it: `interaction.completed completed, [DONE] -> done`. */
export function endWords(streamed: Streamed, redactor: Redactor): string {
  const last = streamed.events.at(-1);
  return `${last ? nameOf(last, redactor) : 'no event'}, ${streamed.ended} -> ${outcomeWords(streamed.answer)}`;
}

/** What of a stream may be handed on. */
export function streamFacts(streamed: Streamed, redactor: Redactor): JsonObject {
  const { headersMs, firstEventMs, firstTextMs, totalMs, answer } = streamed;
  return {
    sequence: sequenceOf(streamed, redactor),
    end: endWords(streamed, redactor),
    times: { headersMs, firstEventMs: firstEventMs ?? null, firstTextMs: firstTextMs ?? null, totalMs },
    textLength: answer.textLength,
    malformed: answer.malformed,
    usage: answer.usage ? usageFacts(answer.usage, redactor) : null,
  };
}

function usageFacts({ grounding, ...tokens }: Usage, redactor: Redactor): JsonObject {
  const searches = Object.entries(grounding).map(([tool, count]) => [redactor.word(tool), count]);
  return { ...tokens, grounding: Object.fromEntries(searches) };
}

function nameOf({ wire }: StreamedEvent, redactor: Redactor): string {
  const detail =
    objectField(wire, 'step')?.type ??
    objectField(wire, 'delta')?.type ??
    objectField(wire, 'interaction')?.status ??
    objectField(wire, 'error')?.code ??
    wire.status;
  const type = redactor.word(wire.event_type);
  return detail === undefined ? type : `${type} ${redactor.word(detail)}`;
}
