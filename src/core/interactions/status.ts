/** Where an interaction stands. Source: `InteractionStatus` of the SDK, closed here: a word that this version does not know is `unknown`. */
const interactionStatuses = [
  'queued',
  'in_progress',
  'requires_action',
  'requires_continuation',
  'completed',
  'failed',
  'cancelled',
  'incomplete',
  'budget_exceeded',
] as const;
export type InteractionStatus = (typeof interactionStatuses)[number] | 'unknown';

export function readStatus(value: unknown): InteractionStatus {
  return interactionStatuses.find((known) => known === value) ?? 'unknown';
}

/** True once the service will not change the interaction any more. */
export function isTerminal(status: InteractionStatus): boolean {
  switch (status) {
    case 'completed':
    case 'failed':
    case 'cancelled':
    case 'incomplete':
    case 'budget_exceeded':
      return true;
    case 'queued':
    case 'in_progress':
    case 'requires_action':
    case 'requires_continuation':
    case 'unknown':
      return false;
  }
}

/** True while the service works on the interaction, or will. */
export function isInProgress(status: InteractionStatus): boolean {
  return status === 'queued' || status === 'in_progress';
}
