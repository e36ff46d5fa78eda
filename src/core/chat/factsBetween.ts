import type { Turn } from '../conversation/turn';
import { growthBetween } from '../conversation/unfinished';
import type { ChatFact } from './chatParts';

/** What has to be told of a chat that another window wrote: how its last answer grew, or that all of it may be another. */
export function factsBetween(before: readonly Turn[], after: readonly Turn[]): readonly ChatFact[] {
  const growth = growthBetween(before, after);
  if (!growth) return [{ type: 'opened' }];
  const { turn, changes } = growth;
  const grown = changes.map((change): ChatFact => ({ type: 'answerChanged', turnId: turn.id, change }));
  return [...grown, { type: 'turnChanged', turn }];
}
