import type { Services } from '../services';

/** Has the interactions of a review that has ended deleted at Google. Nobody waits for it. */
export function forgetterOf({ debts, onError }: Pick<Services, 'debts' | 'onError'>): (ids: readonly string[]) => void {
  return (ids) => void debts.owe({ interactions: ids }).catch(onError);
}
