import { deleteInteractions } from '../../core/chat/deleteInteractions';
import type { Services } from '../services';

/**
 * Deletes at Google the interactions of a review that has ended. Nobody waits for it and nothing is said where it fails:
 * what is left there goes by itself, as chats do.
 */
export function forgetterOf({
  interactions,
  onError,
}: Pick<Services, 'interactions' | 'onError'>): (ids: readonly string[]) => void {
  return (ids) => {
    if (ids.length > 0) deleteInteractions(interactions, ids, new AbortController().signal).catch(onError);
  };
}
