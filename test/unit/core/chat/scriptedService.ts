import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { InteractionRequest, Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readStep } from '../../../../src/core/interactions/steps';

/** What comes of one request: its events, a failure, or a silence that lasts until the request is aborted. */
export type Script = readonly (InteractionEvent | Error | 'silence')[];

/** A service in memory. It answers each question with the next script, and notes what it is asked. */
export class ScriptedService implements Interactions {
  readonly asked: InteractionRequest[] = [];
  readonly cancelled: string[] = [];
  readonly signals: AbortSignal[] = [];
  /** What it says of any interaction that is looked for. Undefined: it has none. */
  found: Interaction | undefined;
  private readonly scripts: Script[];

  constructor(...scripts: readonly Script[]) {
    this.scripts = [...scripts];
  }

  /** What comes of the next request. */
  answerWith(script: Script): void {
    this.scripts.push(script);
  }

  async *ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    this.asked.push(request);
    this.signals.push(signal);
    for (const next of this.scripts.shift() ?? whole('v1_x', 'So')) {
      if (next instanceof Error) throw next;
      if (next !== 'silence') yield next;
      else if (!signal.aborted) await once(signal, 'abort');
    }
  }

  get(): Promise<Interaction> {
    return this.found ? Promise.resolve(this.found) : Promise.reject(new Failure('notFound'));
  }

  async *follow(): AsyncIterable<InteractionEvent> {
    // It has no more to say than `get`.
  }

  cancel(id: string): Promise<Interaction> {
    this.cancelled.push(id);
    return this.get();
  }

  readonly startAgent: Interactions['startAgent'] = () => Promise.reject(new Error('not scripted'));
  readonly getWithInput: Interactions['getWithInput'] = () => Promise.reject(new Error('not scripted'));
  readonly delete: Interactions['delete'] = () => Promise.reject(new Error('not scripted'));
  readonly listModels: Interactions['listModels'] = () => Promise.reject(new Error('not scripted'));
}

export function interaction(id: string, status: InteractionStatus, more: Partial<Interaction> = {}): Interaction {
  return { id, status, rawStatus: status, steps: [], errors: [], ...more };
}

/** The service has the question. */
export function created(id: string, more: Partial<Interaction> = {}): InteractionEvent {
  return { type: 'created', interaction: interaction(id, 'in_progress', more) };
}

/** A step in wire form that holds a text. */
export function output(text: string) {
  return { type: 'model_output', content: [{ type: 'text', text }] };
}

export function wrote(text: string, index = 0): InteractionEvent {
  return { type: 'stepStarted', index, step: readStep(output(text)) };
}

/** Waits for something that happens without any real time. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let pass = 0; pass < 2_000; pass += 1) {
    if (isSo()) return;
    await setImmediate();
  }
  assert.fail('it never came');
}

/** An answer that is whole. */
export function whole(id: string, text: string, more: Partial<Interaction> = {}): Script {
  return [created(id), wrote(text), { type: 'completed', interaction: interaction(id, 'completed', more) }];
}
