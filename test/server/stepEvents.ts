import type { Interactions } from '@google/genai';
import type { BareStepStart, WireEvent } from './wire';

type Delta = Interactions.StepDelta['delta'];

interface Opened {
  readonly start: Interactions.StepStart['step'] | BareStepStart['step'];
  /** Each with the word the service's event ids use for it. */
  readonly deltas: readonly (readonly [kind: string, delta: Delta])[];
}

/** Lengths of text pieces in characters, repeated. Uneven on purpose: clients must not rely on where a piece ends. */
const pieceLengths = [9, 31, 17, 52, 5, 44, 23, 38, 12];

export interface EventStyle {
  /** Background runs mark the events of their steps, so that a client can resume after any of them. */
  readonly withIds: boolean;
  /** The service sometimes lets the first words of an answer travel in `step.start`. */
  readonly textInStart: boolean;
}

/** The events of one step, in the order of the service: start, deltas, stop. */
export function* eventsOfStep(step: Interactions.Step, index: number, style: EventStyle): Generator<WireEvent> {
  const { start, deltas } = style.textInStart ? withTextInStart(opened(step)) : opened(step);
  const id = (name: string) => (style.withIds ? { event_id: eventId(`${index}_${name}`) } : {});
  // The SDK's type asks for a whole step here; the service starts tool steps bare.
  yield { index, step: start, ...id('start'), event_type: 'step.start' } as WireEvent;
  for (const [position, [kind, delta]] of deltas.entries()) {
    yield { index, delta, ...id(`${kind}_${position + 1}`), event_type: 'step.delta' };
  }
  yield { index, ...id('stop'), event_type: 'step.stop' };
}

/** The recorded form: base64 of step, kind and position. */
function eventId(name: string): string {
  return `v1_${Buffer.from(name).toString('base64url')}`;
}

function opened(step: Interactions.Step): Opened {
  switch (step.type) {
    case 'thought':
      return {
        start: { type: 'thought' },
        deltas: [
          ...(step.summary ?? []).map((content) => ['thought', { content, type: 'thought_summary' }] as const),
          // An answer that ends early may leave its thought unsigned: then no delta tells of a signature.
          ...(step.signature ? [['signature', { signature: step.signature, type: 'thought_signature' }] as const] : []),
        ],
      };
    case 'model_output':
      return {
        start: { type: 'model_output', ...(step.error ? { error: step.error } : {}) },
        deltas: outputDeltas(step.content ?? []),
      };
    case 'function_call': {
      const start = { id: step.id, signature: '', type: step.type, name: step.name, arguments: {} };
      const json = JSON.stringify(step.arguments);
      const middle = Math.ceil(json.length / 2);
      const pieces = [json.slice(0, middle), json.slice(middle)];
      return {
        start,
        deltas: pieces.map((piece) => ['arguments', { arguments: piece, type: 'arguments_delta' }] as const),
      };
    }
    case 'google_search_call':
    case 'code_execution_call':
    case 'url_context_call': {
      const { id, search_type: _, ...delta } = { search_type: undefined, ...step };
      return { start: { id, signature: '', type: step.type }, deltas: [['call', delta as Delta]] };
    }
    case 'google_search_result':
    case 'code_execution_result':
    case 'url_context_result': {
      const { call_id, ...delta } = step;
      return { start: { call_id, signature: '', type: step.type }, deltas: [['result', delta as Delta]] };
    }
    default:
      return { start: step, deltas: [] };
  }
}

function withTextInStart(step: Opened): Opened {
  const first = step.deltas[0]?.[1];
  if (step.start.type !== 'model_output' || first?.type !== 'text') return step;
  const start = { ...step.start, content: [{ type: 'text' as const, text: first.text }] };
  return { start, deltas: step.deltas.slice(1) };
}

/** Text in pieces, media whole, and every citation of the step in one delta at its end. */
function outputDeltas(content: readonly Interactions.Content[]): Opened['deltas'] {
  const deltas: (readonly [string, Delta])[] = [];
  const annotations: Interactions.Annotation[] = [];
  let bytes = 0;
  for (const part of content) {
    if (part.type === 'text') {
      for (const piece of piecesOf(part.text)) deltas.push(['text', { text: piece, type: 'text' }]);
      annotations.push(...(part.annotations ?? []).map((annotation) => shifted(annotation, bytes)));
      bytes += Buffer.byteLength(part.text, 'utf8');
    } else {
      deltas.push([part.type, part as Delta]);
    }
  }
  if (annotations.length > 0) deltas.push(['ann', { annotations, type: 'text_annotation_delta' }]);
  return deltas;
}

/** In a stream, offsets count from the start of the step's text, not of the part it came from. */
function shifted(annotation: Interactions.Annotation, bytes: number): Interactions.Annotation {
  const { start_index, end_index } = annotation;
  if (start_index === undefined || end_index === undefined) return annotation;
  return { ...annotation, start_index: start_index + bytes, end_index: end_index + bytes };
}

/** Never cuts a character in two. */
function piecesOf(text: string): readonly string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const length = pieceLengths[pieces.length % pieceLengths.length] ?? 20;
    const left = characters.length - at - length;
    const end = left > 0 && left < 5 ? characters.length : at + length;
    pieces.push(characters.slice(at, end).join(''));
    at = end;
  }
  return pieces;
}
