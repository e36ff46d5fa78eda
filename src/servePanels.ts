import * as vscode from 'vscode';
import { restoreDraft } from './host/chat/drafts';
import { panelState } from './host/chat/panelState';
import type { Services } from './host/services';
import type { Features } from './makeFeatures';
import { settingsSection } from './manifest';

/** Tells the panels what they show, does what they ask for, and says again what changed. `onUse`: a panel is used. */
export function servePanels(services: Services, features: Features, onUse: () => void): void {
  const { apiKey, chats, context, currentFile, drafts, now, onError, panels, pending, prepared, queue, themeColors } =
    services;
  const { recent, start } = features;
  /** What an empty chat shows of the disk. It comes after the page, which does not wait for it. */
  const readForStart = () => void Promise.all([recent.read(), start.read()]).catch(onError);
  panels.serve({
    state: (session) => {
      const { chatId } = session;
      const here = { attached: pending.of(chatId), coming: pending.comingTo(chatId), queued: queue.of(chatId) };
      const { view: current } = currentFile;
      const around = {
        ...panelState(apiKey, services.models, session, here, themeColors.colors, now()),
        context: current ? { current } : {},
      };
      return session.isEmpty ? { ...around, start: { ...start.state(), recent: recent.rows } } : around;
    },
    keyChangedAt: () => apiKey.lastChangedAt,
    handlers: features.requests,
    onUse: () => {
      onUse();
      themeColors.follow();
      void prepared.restore().catch(onError);
    },
    onOpen: (panel) => {
      void restoreDraft(drafts, panel).catch(onError);
      if (panel.session.isEmpty) readForStart();
    },
  });
  const stateChanged = () => panels.stateChanged();
  context.subscriptions.push(
    // A new key changes what a failed turn offers.
    apiKey.onDidChange(() => panels.redraw()),
    vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration(settingsSection) && stateChanged()),
    vscode.workspace.onDidGrantWorkspaceTrust(stateChanged),
    themeColors.onDidChange(stateChanged),
    pending.onDidChange(stateChanged),
    queue.onDidChange(stateChanged),
    currentFile.onDidChange(stateChanged),
    recent.onDidChange(stateChanged),
    start.onDidChange(stateChanged),
    chats.onDidPublish(({ type }) => type === 'opened' && chats.current.isEmpty && readForStart()),
  );
}
