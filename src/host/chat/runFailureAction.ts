import type { ChatSession } from '../../core/chat/chatSession';
import type { FailureAction } from '../../protocol/failures';

/** What the buttons under a failed turn do that ask again. */
export function runFailureAction(session: ChatSession, turnId: string, action: FailureAction): Promise<void> {
  if (action === 'continue') return session.continue(turnId);
  if (action === 'wait') {
    const ms = session.turns().find((turn) => turn.id === turnId)?.failure?.retryAfterMs ?? 0;
    return session.retry(turnId, { firstWait: { reason: 'rateLimited', ms } });
  }
  return session.retry(turnId);
}
