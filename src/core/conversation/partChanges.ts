import type { AnswerChange, PartGain } from '../../parts/answerChange';
import type { AnswerPart } from '../../parts/answerPart';

/**
 * What an answer has gained between two looks at it, as the changes that lead from the one to the other. Undefined: it has
 * not only grown.
 */
export function changesBetween(
  before: readonly AnswerPart[],
  after: readonly AnswerPart[],
): readonly AnswerChange[] | undefined {
  if (after.length < before.length) return undefined;
  return after.flatMap((part, index): readonly AnswerChange[] => {
    const old = before[index];
    if (!old) return [{ type: 'partAdded', part }];
    if (isSame(old, part)) return [];
    return growthOf(old, part, index) ?? [{ type: 'partReplaced', part: index, value: part }];
  });
}

function growthOf(old: AnswerPart, part: AnswerPart, index: number): readonly AnswerChange[] | undefined {
  const grown = old.kind === 'text' || old.kind === 'thought' ? old : undefined;
  if (!grown || part.kind !== grown.kind || !part.text.startsWith(grown.text)) return undefined;
  const text = part.text.slice(grown.text.length);
  const changes: AnswerChange[] = text === '' ? [] : [{ type: 'partGrew', part: index, text }];
  if (part.kind === 'text' && grown.kind === 'text') {
    const count = grown.citations?.length ?? 0;
    const gained = (part.citations ?? []).slice(count);
    const gain: PartGain = { kind: 'text', citations: gained };
    if (gained.length > 0) changes.push({ type: 'partGained', part: index, gain });
    const citations = [...(grown.citations ?? []), ...gained];
    const whole = { ...grown, text: part.text, ...(citations.length > 0 && { citations }) };
    return isSame(whole, part) ? changes : undefined;
  }
  return isSame({ ...grown, text: part.text }, part) ? changes : undefined;
}

function isSame(a: AnswerPart, b: AnswerPart): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
