import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import type { FailureAction } from '../../protocol/failures';
import type { PanelHandle } from '../panel/panelHandle';

/** What the buttons under a failed turn do that ask again, or put the question where it can be changed. */
export async function runFailureAction(
  pending: Pick<PendingAttachments, 'add'>,
  panel: Pick<PanelHandle, 'session' | 'post'>,
  turnId: string,
  action: FailureAction,
): Promise<void> {
  const { session } = panel;
  const turn = session.turns().find(({ id }) => id === turnId);
  switch (action) {
    case 'continue':
      return session.continue(turnId);
    case 'wait':
      return session.retry(turnId, { firstWait: { reason: 'rateLimited', ms: turn?.failure?.retryAfterMs ?? 0 } });
    case 'withoutTools':
      session.choose({ tools: [], servers: [] });
      return session.retry(turnId);
    case 'newEnvironment':
      return session.retry(turnId, { newEnvironment: true });
    case 'takeBack':
      if (!turn) return;
      pending.add(session.chatId, turn.attachments);
      panel.post({ type: 'promptReturned', prompt: turn.prompt });
      return;
    default:
      return session.retry(turnId);
  }
}
