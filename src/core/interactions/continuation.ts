import type { Interaction } from './events';
import type { InteractionRequest } from './port';

/**
 * The request that goes on where an interaction reached the length of one call; undefined if it did not. Each such
 * request is billed with its whole input. In the background the service joins the pieces by itself.
 */
export function continuedRequest(
  request: InteractionRequest,
  { status, id, continuationToken }: Interaction,
): InteractionRequest | undefined {
  if (request.background || status !== 'requires_continuation' || !continuationToken) return undefined;
  if (!request.store || !id) return { ...request, continuationToken };
  // The service has the input of what it stored.
  const { history: _history, ...rest } = request;
  return { ...rest, input: [], previousInteractionId: id, continuationToken };
}
