import { refusedBy } from '../../core/attachments/refusedBy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { QueueSenderParts } from '../../core/chat/queueSender';

type Checks = Pick<QueueSenderParts, 'isTaken' | 'askAboutRefused' | 'onRefused'>;

/**
 * Looks at what questions have attached before they leave the queue: the model may be another one than when they were put
 * into it. `send`: has one sent that the user wants sent after all.
 */
export function queueChecks(
  selectModel: (session: ChatSession) => Promise<boolean>,
  send: (session: ChatSession, id: string) => void,
  onError: (error: unknown) => void,
): Checks {
  const tell: (...asked: Parameters<Checks['onRefused']>) => Promise<void> = async (session, { id, attachments }) => {
    const { tellQueuedRefused } = await import('./askAboutRefused');
    if (await tellQueuedRefused(session, attachments)) send(session, id);
  };
  return {
    isTaken: ({ model }, attachments) => refusedBy(model, attachments).length === 0,
    askAboutRefused: async (session, attachments) => {
      const { askAboutQueued } = await import('./askAboutRefused');
      return askAboutQueued(session, attachments, selectModel);
    },
    onRefused: (...asked) => void tell(...asked).catch(onError),
  };
}
