import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Attachment } from '../../core/conversation/turn';
import type { TerminalCommand } from '../../core/terminal/commandText';
import type { Feature } from '../feature';
import type { PanelHandle } from '../panel/panelHandle';
import { passAttachments } from '../privacy/passAttachments';
import { runCommand } from '../runCommand';
import type { Services } from '../services';

/** What goes along with questions: the file the user works in, and what is chosen from the list. */
export function contextFeature(
  { currentFile, pending, gate, view, newId }: Pick<Services, 'currentFile' | 'pending' | 'gate' | 'view' | 'newId'>,
  lastCommand: () => TerminalCommand | undefined,
): Feature<never, 'addContext' | 'setCurrentFile'> {
  const own = new DisposableStore();
  const parts = lazy(async () => {
    const [{ pickContext }, { WorkspacePaths }] = await Promise.all([
      import('./contextPick'),
      import('./workspacePaths'),
    ]);
    return { pickContext, paths: own.add(new WorkspacePaths()) };
  });
  const add = async (panel: PanelHandle, attachment: Attachment | undefined): Promise<void> => {
    const passed = attachment && (await passAttachments(gate, [attachment]));
    if (passed) pending.add(panel.session.chatId, passed);
  };
  return {
    commands: {},
    requests: {
      addContext: async ({ trigger }, panel) => {
        const { pickContext, paths } = await parts();
        const chosen = await pickContext({ current: currentFile, gate, paths, lastCommand, newId });
        const { chatId } = panel.session;
        const before = pending.of(chatId);
        if (chosen === 'file') await runCommand('geminiInteractions.attach', undefined, chatId);
        else if (chosen && !('kind' in chosen)) await runCommand('geminiInteractions.attach', chosen, chatId);
        else await add(panel, chosen);
        const isAdded = pending.of(chatId) !== before;
        if (isAdded && trigger) panel.post({ type: 'contextAdded', trigger });
        if (panel.isInView) await view.focus();
        else panel.post({ type: 'composerFocused' });
      },
      setCurrentFile: ({ isOn }) => currentFile.set(isOn),
    },
    dispose: () => own.dispose(),
  };
}
