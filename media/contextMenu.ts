import type { Conversation } from './conversation/conversation';

/** VS Code reads this attribute of the elements around the pointer, and hands it to the commands of its menu. */
const attribute = 'data-vscode-context';

/** Says of an answer, and of a block of code in it, what they are, as soon as their context menu is asked for. */
export function describeForMenus(conversation: Conversation): void {
  conversation.element.addEventListener('contextmenu', ({ target }) => {
    if (!(target instanceof Element)) return;
    const answer = target.closest('.answer');
    const turn = conversation.turnOf(target);
    if (!answer || !turn) return;
    const { chatId } = conversation;
    answer.setAttribute(attribute, JSON.stringify({ geminiAnswer: true, chatId, turnId: turn.id }));
    const block = target.closest('.code-block');
    const code = block && turn.answer.codePlace(block);
    if (code) block.setAttribute(attribute, JSON.stringify({ geminiCode: true, ...code }));
  });
}
