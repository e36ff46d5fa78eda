import type { Attachment } from '../../core/conversation/turn';
import type { Feature } from '../feature';
import type { PanelHandle } from '../panel/panelHandle';
import { passAttachments } from '../privacy/passAttachments';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { pickContext } from './contextPick';

/** What goes along with questions: the file the user works in, and what is chosen from the list. */
export function contextFeature({
  currentFile,
  pending,
  gate,
  view,
  newId,
}: Pick<Services, 'currentFile' | 'pending' | 'gate' | 'view' | 'newId'>): Feature<
  never,
  'addContext' | 'setCurrentFile'
> {
  const add = async (panel: PanelHandle, attachment: Attachment | undefined): Promise<void> => {
    const passed = attachment && (await passAttachments(gate, [attachment]));
    if (passed) pending.add(panel.session.chatId, passed);
  };
  return {
    commands: {},
    requests: {
      addContext: async ({ trigger }, panel) => {
        const chosen = await pickContext(currentFile, newId);
        const { chatId } = panel.session;
        const before = pending.of(chatId);
        if (chosen === 'file') await runCommand('geminiInteractions.attach', undefined, chatId);
        else await add(panel, chosen);
        const isAdded = pending.of(chatId) !== before;
        if (isAdded && trigger) panel.post({ type: 'contextAdded', trigger });
        if (panel.isInView) await view.focus();
        else panel.post({ type: 'composerFocused' });
      },
      setCurrentFile: ({ isOn }) => currentFile.set(isOn),
    },
    dispose: () => {},
  };
}
