import type { AnswerChange } from '../../parts/answerChange';
import { changesBetween } from './partChanges';
import type { SavedChat } from './savedChat';
import { isRunning, type Turn } from './turn';

/** The turns of a chat as it was kept. Those without an end count as running: some window completes them. */
export function withRunning({ turns, unfinished }: SavedChat): readonly Turn[] {
  const open = new Set(unfinished.map(({ turnId }) => turnId));
  return turns.map((turn) => (open.has(turn.id) ? running(turn) : turn));
}

/**
 * What the running answer at the end of a path has gained, where nothing else is different. Undefined: more is different
 * than that.
 */
export function growthBetween(
  before: readonly Turn[],
  after: readonly Turn[],
): { readonly turn: Turn; readonly changes: readonly AnswerChange[] } | undefined {
  const [old, turn] = [before.at(-1), after.at(-1)];
  if (!old || !turn || before.length !== after.length || !isRunning(old) || !isRunning(turn)) return undefined;
  if (
    before.some(({ id, status, endedAs }, at) => !isAs(after[at], { id, status, endedAs }, at === before.length - 1))
  ) {
    return undefined;
  }
  const changes = changesBetween(old.parts, turn.parts);
  return changes && { turn, changes };
}

function isAs(
  turn: Turn | undefined,
  { id, status, endedAs }: Pick<Turn, 'id' | 'status' | 'endedAs'>,
  isLast: boolean,
) {
  return turn?.id === id && (isLast || (turn.status === status && turn.endedAs === endedAs));
}

function running(turn: Turn): Turn {
  return { ...turn, status: turn.parts.length > 0 ? 'streaming' : 'waiting' };
}
