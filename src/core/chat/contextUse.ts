import type { Turn } from '../conversation/turn';

/** About how many tokens of a chat the next question begins with: what was read and written last. Undefined: not known. */
export function contextUse(turns: readonly Turn[]): number | undefined {
  const usage = turns.findLast((turn) => turn.usage !== undefined)?.usage;
  return usage && usage.input + usage.output;
}
