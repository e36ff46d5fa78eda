import type { Services } from '../services';

/** Deletes the interactions of an ended review at Google, in the background. */
export function forgetterOf({ debts, onError }: Pick<Services, 'debts' | 'onError'>): (ids: readonly string[]) => void {
  return (ids) => void debts.owe({ interactions: ids }).catch(onError);
}
