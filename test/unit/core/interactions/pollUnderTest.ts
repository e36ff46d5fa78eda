import type { Interaction } from '../../../../src/core/interactions/events';
import type { InteractionStatus } from '../../../../src/core/interactions/status';

export function interactionOf(status: InteractionStatus, more: Partial<Interaction> = {}): Interaction {
  return { id: 'v1_a', status, rawStatus: status, steps: [], errors: [], ...more };
}

/** Resolves when the signal aborts. */
export function silence(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
