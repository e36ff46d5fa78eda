import type { JsonValue } from '../../../src/core/base/json';
import type { Content } from '../../../src/core/interactions/content';
import type { InteractionEvent } from '../../../src/core/interactions/events';
import type { Step } from '../../../src/core/interactions/steps';

/** What the product made of one recording. */
export interface Replayed {
  readonly file: string;
  /** How it ended, in the product's words. */
  readonly outcome: string;
  /** Characters of text that a person would see. */
  readonly text: number;
  /** Steps kept for history and storage. */
  readonly steps: number;
  /** Tokens in all; undefined where the service did not say. */
  readonly tokens?: number | undefined;
  /** Types that the product does not know. It keeps them raw. */
  readonly unknown: readonly string[];
  /** What is in the recording and not in the answer. */
  readonly lost: readonly string[];
  /** An error that the product does not expect: a bug. */
  readonly thrown?: string;
}

/** The types of an event that the product has no case for, by the names the service gave them. */
export function unknownIn(event: InteractionEvent): readonly string[] {
  switch (event.type) {
    case 'unknown':
      return [`event ${nameOf(event.wire.event_type)}`];
    case 'stepStarted':
      return unknownInStep(event.step);
    case 'stepGrew':
      if (event.delta.type === 'unknown') return [`delta ${nameOf(event.delta.wire.type)}`];
      return event.delta.type === 'thought_summary' ? unknownContents([event.delta.content]) : [];
    case 'statusChanged':
      return event.status === 'unknown' ? [`status ${event.rawStatus}`] : [];
    case 'created':
    case 'completed':
      return event.interaction.status === 'unknown' ? [`status ${event.interaction.rawStatus}`] : [];
    case 'stepStopped':
    case 'failed':
    case 'connected':
    case 'malformed':
      return [];
  }
}

export function unknownInStep(step: Step): readonly string[] {
  if (step.type === 'unknown') return [`step ${nameOf(step.wire.type)}`];
  if (step.type === 'model_output') return unknownContents(step.content);
  return step.type === 'thought' ? unknownContents(step.summary) : [];
}

function unknownContents(contents: readonly Content[]): readonly string[] {
  return contents.flatMap((content) => {
    if (content.type !== 'unknown') return [];
    const { wire } = content;
    return [`content ${nameOf(typeof wire === 'object' && wire !== null && 'type' in wire ? wire.type : undefined)}`];
  });
}

function nameOf(type: JsonValue | undefined): string {
  return typeof type === 'string' && type !== '' ? type : 'without a type';
}

/** One line for each recording, and a sum. */
export function replayedLine({ file, outcome, text, steps, tokens, unknown, lost, thrown }: Replayed): string {
  const facts = [
    thrown === undefined ? outcome : `THROWN ${thrown}`,
    `${text} characters`,
    `${steps} steps`,
    tokens === undefined ? 'no usage' : `${tokens} tokens`,
    ...(unknown.length > 0 ? [`unknown: ${[...new Set(unknown)].join(', ')}`] : []),
    ...(lost.length > 0 ? [`lost: ${lost.join(', ')}`] : []),
  ];
  return `${file}: ${facts.join(' | ')}`;
}

export function replayedSum(all: readonly Replayed[]): string {
  const count = (belongs: (one: Replayed) => boolean) => all.filter(belongs).length;
  return [
    `${all.length} recordings`,
    `${count(({ outcome }) => outcome.startsWith('done'))} whole`,
    `${count(({ outcome }) => outcome.startsWith('failed'))} failed`,
    `${count(({ unknown }) => unknown.length > 0)} with something unknown`,
    `${count(({ lost }) => lost.length > 0)} with something lost`,
    `${count(({ thrown }) => thrown !== undefined)} thrown`,
  ].join(', ');
}
