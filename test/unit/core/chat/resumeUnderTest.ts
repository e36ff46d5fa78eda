import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/base/emitter';
import { Failure } from '../../../../src/core/base/failure';
import type { TurnServices, TurnWatcher } from '../../../../src/core/chat/turnServices';
import { Answer } from '../../../../src/core/conversation/answer';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import { usualLimits } from '../../../../src/core/interactions/limits';
import type { Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readStep } from '../../../../src/core/interactions/steps';
import { ManualClock } from '../../fakes/manualClock';
import { interaction, output } from './scriptedService';

/** What the service has of the answer. */
export function found(status: InteractionStatus, text = ''): Interaction {
  return interaction('v1_a', status, { steps: text ? [readStep(output(text))] : [] });
}

export const start: InteractionEvent = {
  type: 'stepStarted',
  index: 0,
  step: readStep({ type: 'model_output' }),
  eventId: 'e0',
};
export function text(piece: string, eventId?: string): InteractionEvent {
  const delta = { type: 'text', text: piece, wire: { type: 'text', text: piece } } as const;
  return { type: 'stepGrew', index: 0, delta, ...(eventId !== undefined && { eventId }) };
}

/** Notes what the watcher of a turn is told. */
export class Watch implements TurnWatcher {
  answer: Answer;
  readonly resuming: boolean[] = [];
  /** The events that were shown, and the texts that took the place of what was shown. */
  readonly told: string[] = [];
  constructor(answer: Answer) {
    this.answer = answer;
  }
  onAsked(): void {}
  onEvent(event: InteractionEvent, changes: readonly unknown[]): void {
    this.told.push(`${event.type}, ${changes.length} changes`);
  }
  onWait(): void {}
  onRebuilt(): void {}
  onForeground(): void {}
  onReplaced(answer: Answer): void {
    this.answer = answer;
    this.told.push(`replaced by ${shown(answer)}`);
  }
  onResuming(isResuming: boolean): void {
    this.resuming.push(isResuming);
  }
}

/** A service that gives these answers to `get`, one after another, the last for ever; its streams bring `events`. */
export function services(gets: readonly (Interaction | Failure)[], events: readonly InteractionEvent[] = []) {
  const clock = new ManualClock();
  const waking = new Emitter<void>();
  const asked: string[] = [];
  let turn = 0;
  const interactions: Interactions = {
    ask: () => assert.fail('the question must not be asked again'),
    startAgent: () => assert.fail(),
    getWithInput: () => assert.fail(),
    cancel: () => assert.fail(),
    delete: () => assert.fail(),
    listModels: () => assert.fail(),
    get: () => {
      asked.push('get');
      const next = gets[Math.min(turn++, gets.length - 1)];
      return next instanceof Failure ? Promise.reject(next) : Promise.resolve(next ?? assert.fail());
    },
    follow: async function* (_id, lastEventId) {
      asked.push(`follow ${lastEventId}`);
      yield* events;
    },
  };
  const parts: TurnServices = { interactions, clock, limits: usualLimits, random: () => 0.5, onWake: waking.event };
  return { parts, clock, waking, asked };
}

/** Lets all that waits for no time happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** An answer of which a half came. */
export function begun(): Answer {
  const answer = new Answer();
  answer.apply({ type: 'created', interaction: found('in_progress') });
  for (const event of [start, text('Half ', 'e1'), text('of ')]) answer.apply(event);
  return answer;
}

export function shown(answer: Answer): string {
  return answer.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

export const background = { goesOn: true, isPatient: true };
