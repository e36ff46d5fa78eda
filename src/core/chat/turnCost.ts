import { answererOf, type Turn } from '../conversation/turn';
import { costOf } from '../models/costOf';
import { dayOf } from '../models/modelNow';

/** About what a turn cost, in US dollars. Undefined: what it took or its price is not known. */
export function turnCost(turn: Turn): number | undefined {
  const { usage, createdAt } = turn;
  return usage && usage.total > 0 ? costOf(answererOf(turn), usage, dayOf(createdAt)) : undefined;
}
