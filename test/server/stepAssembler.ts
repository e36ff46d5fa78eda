import type { Answer } from './answer';
import { dataOf, framesIn } from './sse';
import { isRecord } from './wire';

export interface RecordedAnswer {
  readonly id: string;
  readonly answer: Answer;
}

type Draft = Record<string, unknown>;

/** States in which nothing more comes. A status update that tells one of them ends a stream as well. */
const ended: readonly unknown[] = ['completed', 'failed', 'cancelled', 'incomplete', 'budget_exceeded'];

/** Reads scripted stream text back into steps, so that later turns can chain to it. Undefined unless it was complete. */
export function recordedAnswer(sse: string): RecordedAnswer | undefined {
  const steps: Draft[] = [];
  // An index may be used again: what comes later belongs to the step that was started last.
  const byIndex = new Map<unknown, Draft>();
  let end: Draft | undefined;
  for (const frame of framesIn(sse)) {
    const event = dataOf(frame);
    if (!isRecord(event)) continue;
    if (event.event_type === 'step.start' && isRecord(event.step)) {
      const started = structuredClone({ ...event.step });
      steps.push(started);
      byIndex.set(event.index, started);
    }
    const draft = byIndex.get(event.index);
    if (event.event_type === 'step.delta' && draft && isRecord(event.delta)) apply(draft, event.delta);
    if (event.event_type === 'interaction.completed' && isRecord(event.interaction)) end = { ...event.interaction };
    if (event.event_type === 'interaction.status_update' && ended.includes(event.status)) {
      end ??= { id: event.interaction_id, status: event.status };
    }
  }
  if (typeof end?.id !== 'string' || end.id === '') return undefined;
  for (const step of steps) finish(step);
  const { id, status, usage, errors } = end;
  return { id, answer: { steps, status, usage, errors } as unknown as Answer };
}

function apply(draft: Draft, delta: Readonly<Record<string, unknown>>): void {
  const { type, ...fields } = delta;
  if (type === 'text') addText(draft, String(fields.text));
  else if (type === 'text_annotation_delta') lastText(draft).annotations = fields.annotations;
  else if (type === 'thought_summary') list(draft, 'summary').push(fields.content);
  else if (type === 'thought_signature') draft.signature = fields.signature;
  else if (type === 'arguments_delta' && isRecord(fields.arguments)) draft.arguments = fields.arguments;
  else if (type === 'arguments_delta') draft.json = String(draft.json ?? '') + String(fields.arguments);
  else if (type === draft.type) Object.assign(draft, fields);
  else if (draft.type === 'model_output') list(draft, 'content').push(delta);
}

function addText(draft: Draft, text: string): void {
  const part = lastText(draft);
  part.text = String(part.text ?? '') + text;
}

function lastText(draft: Draft): Draft {
  const content = list(draft, 'content');
  const last = content.at(-1);
  if (isRecord(last) && last.type === 'text') return last as Draft;
  const part: Draft = { type: 'text', text: '' };
  content.push(part);
  return part;
}

function list(draft: Draft, name: string): unknown[] {
  const existing = draft[name];
  if (Array.isArray(existing)) return existing;
  const created: unknown[] = [];
  draft[name] = created;
  return created;
}

function finish(step: Draft): void {
  if (typeof step.json === 'string') step.arguments = JSON.parse(step.json);
  delete step.json;
}
