import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';

/**
 * The chat for a question that comes from elsewhere: the one in the side bar. While that one is being answered the user
 * chooses; the choice goes away, and the question gets its turn, as soon as the answer has ended. Undefined: the user
 * wants nothing asked.
 */
export async function chatForQuestion(chats: Chats): Promise<ChatSession | undefined> {
  await chats.restore();
  const { current } = chats;
  if (!current.isStreaming) return current;
  switch (await chooseWhileBusy(current)) {
    case 'newChat':
      chats.newChat();
      return chats.current;
    case 'stop':
      current.stop();
      return current;
    case 'free':
      return current;
    case undefined:
      return undefined;
  }
}

type Choice = 'newChat' | 'stop' | 'free';

function chooseWhileBusy(session: ChatSession): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly choice: Choice }>();
  pick.title = vscode.l10n.t('Gemini Is Still Answering');
  pick.placeholder = vscode.l10n.t('Your question is sent when the answer ends, unless you choose otherwise');
  pick.ignoreFocusOut = true;
  // The first one is chosen by Enter, so it is the one that costs the answer nothing.
  pick.items = [
    { label: `$(add) ${vscode.l10n.t('Ask in a New Chat')}`, choice: 'newChat' },
    {
      label: `$(debug-stop) ${vscode.l10n.t('Stop and Ask')}`,
      detail: vscode.l10n.t('The partial answer is kept and may be billed.'),
      choice: 'stop',
    },
  ];
  return new Promise((resolve) => {
    const listening = session.onDidPublish(() => {
      if (session.isStreaming) return;
      resolve('free');
      pick.hide();
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      listening.dispose();
      pick.dispose();
    });
    pick.show();
  });
}
