import type { QueueSender } from '../../core/chat/queueSender';
import type { RequestHandlers } from '../panel/panelHandle';
import type { Services } from '../services';

export type QueueRequest = 'editQueued' | 'removeQueued' | 'sendQueued';

/** What the buttons at a question that waits do. One that was sent meanwhile is left alone. */
export function queueActions(
  { queue, pending, drafts }: Pick<Services, 'queue' | 'pending' | 'drafts'>,
  sender: QueueSender,
): RequestHandlers<QueueRequest> {
  return {
    editQueued: ({ questionId }, panel) => {
      const { chatId } = panel.session;
      const question = queue.find(chatId, questionId);
      if (!question) return;
      drafts.hold(panel.draftPlace, question.prompt).giveBack();
      pending.add(chatId, question.attachments);
      queue.remove(chatId, questionId);
      panel.post({ type: 'promptReturned', prompt: question.prompt });
    },
    removeQueued: ({ questionId }, { session }) => queue.remove(session.chatId, questionId),
    sendQueued: ({ questionId }, { session }) => sender.sendNow(session, questionId),
  };
}
