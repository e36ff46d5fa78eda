import type { JsonObject } from '../base/json';
import { Answer } from '../conversation/answer';
import type { SavedEvent } from '../conversation/records';
import { answerFrom } from '../conversation/savedAnswer';
import { readStep } from '../interactions/steps';
import type { Usage } from '../interactions/usage';

/** What the earlier requests of a turn brought. The service tells only the last interaction. */
export interface EarlierAnswers {
  /** In wire form. */
  readonly steps: readonly JsonObject[];
  readonly usage: Usage | undefined;
}

/** What of an answer that was kept came before its last interaction. */
export function earlierIn(events: readonly SavedEvent[]): EarlierAnswers | undefined {
  const last = events.findLastIndex((event) => 'id' in event);
  const begun = events[last];
  const usage = begun && 'id' in begun ? begun.usage : undefined;
  return last > 0 || usage ? { steps: answerFrom(events.slice(0, Math.max(0, last))).steps, usage } : undefined;
}

/** An answer before the first step of the interaction that is resumed. */
export function beginningOf(interactionId: string, earlier: EarlierAnswers | undefined): Answer {
  const answer = new Answer();
  const none = { id: '', steps: [], errors: [] };
  if (earlier) {
    const { steps, usage } = earlier;
    steps.forEach((wire, index) => {
      answer.apply({ type: 'stepStarted', index, step: readStep(wire) });
    });
    const status = 'requires_continuation';
    answer.apply({ type: 'completed', interaction: { ...none, status, rawStatus: status, ...(usage && { usage }) } });
  }
  const status = 'in_progress';
  answer.apply({ type: 'created', interaction: { ...none, id: interactionId, status, rawStatus: status } });
  return answer;
}
