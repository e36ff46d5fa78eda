import type { Drafts } from '../../core/chat/drafts';
import type { PanelHandle } from '../panel/panelHandle';

/** Gives a page what was being written in its place when the window went away. */
export async function restoreDraft(drafts: Drafts, panel: PanelHandle): Promise<void> {
  const draft = await drafts.of(panel.draftPlace);
  if (draft && !panel.signal.aborted) panel.post({ type: 'draftRestored', ...draft });
}
