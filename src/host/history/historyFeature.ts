import * as vscode from 'vscode';
import { unreachable } from '../../core/base/json';
import { lazy } from '../../core/base/lazy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { BannerAction } from '../../protocol/state';
import { openChat } from '../base/openChat';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { RecentChats } from './recentChats';
import { RecentRows } from './recentRows';

declare module '../feature' {
  interface CommandArgs {
    /** The chat to export. Default: the chat that is shown. */
    'geminiInteractions.exportChat': [chatId?: unknown];
  }
}

/** All chats of this user: finding, opening, exporting, importing and deleting them. */
export function historyFeature(
  services: Services,
): Feature<
  | 'geminiInteractions.showHistory'
  | 'geminiInteractions.renameChat'
  | 'geminiInteractions.deleteChat'
  | 'geminiInteractions.copyChat'
  | 'geminiInteractions.exportChat'
  | 'geminiInteractions.importChat'
  | 'geminiInteractions.deleteAtGoogle',
  'actOnBanner' | 'openRecentChat'
> & { readonly recent: RecentRows } {
  const { context, chats, library, prepared, drafts, interactions, view, chatInFront, newId, now, onError } = services;
  const known = new RecentChats(context.globalState, now);
  const recent = new RecentRows(library, now);
  const open = (chatId: string) => openChat(chats, view, chatId);
  const exporting = lazy(async () => {
    const { ExportChat } = await import('./exportChat');
    return new ExportChat({ chats, library, newId, now });
  });
  const deletion = lazy(async () => {
    const { ChatDeletion } = await import('./chatDeletion');
    return new ChatDeletion({
      chats,
      library,
      recent: known,
      open,
      forget: (chatId) => {
        prepared.forget(chatId);
        void drafts.forget(chatId).catch(onError);
      },
      debts: services.debts,
      onError,
    });
  });
  const deleteChat = async (chatId: string) => (await deletion()).delete(chatId);
  const deletingAtGoogle = lazy(async () => {
    const { DeleteAtGoogle } = await import('./deleteAtGoogle');
    return new DeleteAtGoogle(services, deleteChat);
  });
  const importing = async () => {
    const { importChat } = await import('./importChat');
    return importChat(library, open);
  };
  const history = lazy(async () => {
    const [{ ChatHistory }, { RecoverChats }] = await Promise.all([import('./showHistory'), import('./recoverChats')]);
    return new ChatHistory({
      chats,
      library,
      deletion: await deletion(),
      recovery: new RecoverChats({ chats, library, recent: known, interactions, newId, now }),
      open,
      exportChat: async (chatId) => (await exporting()).one(chatId),
      importChat: importing,
      now,
      onError,
    });
  });
  const following = known.follow(chats);

  /** The chat whose title stands in the header. Undefined: it has none yet, and the user was told so. */
  const chatOfView = async (): Promise<ChatSession | undefined> => {
    await chats.restore();
    if (!chats.current.isEmpty) return chats.current;
    void vscode.window.showInformationMessage(vscode.l10n.t('This chat is empty. Ask a question first.'));
    return undefined;
  };

  /** The one thing that helps with what the banner over a chat says. */
  const actOnBanner = async (session: ChatSession, action: BannerAction): Promise<void> => {
    switch (action) {
      case 'exportChat':
        return (await exporting()).one(session.chatId);
      case 'takeOver':
        return session.takeOver();
      case 'restoreChat':
        if (await (await deletion()).restore(session.chatId)) await session.takeOver();
        return;
      default:
        unreachable(action);
    }
  };

  return {
    commands: {
      'geminiInteractions.showHistory': async () => (await history()).show(),
      'geminiInteractions.renameChat': async () => {
        const session = await chatOfView();
        if (!session) return;
        const { renameChat } = await import('./renameChat');
        await renameChat(chats, library, { id: session.chatId, title: session.title });
      },
      'geminiInteractions.deleteChat': async () => {
        const session = await chatOfView();
        if (session) await deleteChat(session.chatId);
      },
      'geminiInteractions.copyChat': async () => {
        const { copyChat } = await import('./copyChat');
        await copyChat(await chatInFront());
      },
      'geminiInteractions.exportChat': async (chatId) => {
        const exported = await exporting();
        await (typeof chatId === 'string' ? exported.one(chatId) : exported.current());
      },
      'geminiInteractions.importChat': importing,
      'geminiInteractions.deleteAtGoogle': async () => (await deletingAtGoogle()).run(),
    },
    requests: {
      actOnBanner: ({ action }, { session }) => actOnBanner(session, action),
      openRecentChat: ({ chatId }) => open(chatId),
    },
    recent,
    dispose: () => {
      following.dispose();
      recent.dispose();
    },
  };
}
