import { readFileSync } from 'node:fs';
import { Answer } from '../../../../src/core/conversation/answer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readEvent } from '../../../../src/gemini/events';
import type { AnswerChange } from '../../../../src/parts/answerChange';
import { type AnswerPart, grownPart } from '../../../../src/parts/answerPart';

/** The events of a sample as the SDK yields them: joined data lines, and a frame that is not JSON as bare text. */
export function sampleEvents(name: string): readonly InteractionEvent[] {
  return readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8')
    .split('\n\n')
    .map((frame) => frame.split('\n').filter((line) => line.startsWith('data: ')))
    .map((lines) => lines.map((line) => line.slice('data: '.length)).join('\n'))
    .filter((data) => data !== '' && data !== '[DONE]')
    .map((data) => readEvent(parsed(data)));
}

export function answerOf(events: readonly InteractionEvent[]): Answer {
  const answer = new Answer();
  for (const event of events) answer.apply(event);
  return answer;
}

/** The text of an answer, in one piece. */
export function textOf({ parts }: Answer): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

/** Applies a change to a copy of the parts that is made of nothing but changes. */
export function mirror(parts: AnswerPart[], change: AnswerChange): void {
  switch (change.type) {
    case 'partAdded':
      parts.splice(change.at ?? parts.length, 0, change.part);
      return;
    case 'partReplaced':
      parts[change.part] = change.value;
      return;
    case 'partGrew': {
      const part = parts[change.part];
      if (part) parts[change.part] = grownPart(part, change.text);
      return;
    }
    case 'partGained': {
      const part = parts[change.part];
      const { gain } = change;
      if (part?.kind === 'text' && gain.kind === 'text') {
        parts[change.part] = { ...part, citations: [...(part.citations ?? []), ...gain.citations] };
      } else if (part?.kind === 'toolResult' && gain.kind === 'toolResult' && Array.isArray(part.result)) {
        parts[change.part] = { ...part, result: [...part.result, ...gain.result] };
      } else throw new Error(`part ${change.part} cannot gain ${gain.kind}`);
      return;
    }
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
