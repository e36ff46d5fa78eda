import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { ChatSession } from '../../core/chat/chatSession';
import { ModelTitles } from '../../core/chat/modelTitles';
import { QueueSender } from '../../core/chat/queueSender';
import { contextKeys, settingsSection } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { namesByModel, storesAtGoogle } from '../settings/settings';
import { type AnswerMenuCommand, answerMenu } from './answerMenu';
import { AnswerTexts } from './answerTexts';
import { tellNothingStored } from './nothingStored';
import { type QueueRequest, queueActions } from './queueActions';
import { queueChecks } from './queueChecks';
import { runFailureAction } from './runFailureAction';
import { sendOrRun } from './sendOrRun';
import { type TurnRequest, turnActions } from './turnActions';

declare module '../feature' {
  interface CommandArgs {
    /** `toggle`: back to the editor where the chat has the focus already. `{ prompt }`: what goes into the composer, to be sent by the user. */
    'geminiInteractions.focusChat': [how?: unknown];
  }
}

/** Asking, reading and branching, in the side bar and in tabs. */
export function chatFeature(
  services: Services,
): Feature<
  | 'geminiInteractions.newChat'
  | 'geminiInteractions.togglePrivateChat'
  | 'geminiInteractions.storeChat'
  | 'geminiInteractions.openInEditor'
  | 'geminiInteractions.compareAnswer'
  | 'geminiInteractions.moveChat'
  | 'geminiInteractions.moveToSecondarySideBar'
  | 'geminiInteractions.focusChat'
  | 'geminiInteractions.find'
  | 'geminiInteractions.selectModel'
  | 'geminiInteractions.stop'
  | AnswerMenuCommand,
  | 'send'
  | 'stopAndSend'
  | 'draftChanged'
  | QueueRequest
  | 'removeAttachment'
  | 'stop'
  | 'setPrivate'
  | 'chooseModel'
  | 'actOnFailure'
  | TurnRequest
> {
  const {
    chats,
    pending,
    queue,
    drafts,
    view,
    tabs,
    panels,
    activity,
    notices,
    interactions,
    models,
    apiKey,
    chatInFront,
    onError,
  } = services;
  const own = new DisposableStore();
  const answerTexts = own.add(new AnswerTexts());
  const comparing = lazy(async () => {
    const { CompareAnswer } = await import('./compareAnswer');
    return new CompareAnswer({ chats, tabs, models, apiKey, onError });
  });
  own.add(new ModelTitles({ chats, interactions, clock: systemClock, isWanted: namesByModel, onError }));
  const selectModel = async (session: ChatSession) => {
    if (!(await apiKey.ensure())) return false;
    const { selectModelFor } = await import('./selectModel');
    return selectModelFor(session, models, onError);
  };
  const sending = { ...services, selectModel };
  const sender = own.add(new QueueSender({ chats, queue, ...queueChecks(selectModel, sendQueued, onError), onError }));
  function sendQueued(session: ChatSession, id: string): void {
    void sender.sendNow(session, id).catch(onError);
  }
  // A menu of VS Code has no check marks for extensions: one command stands in it as checked, the other one as not.
  const setPrivate = async (isPrivate: boolean) => {
    if (!storesAtGoogle()) return tellNothingStored();
    await chats.restore();
    chats.current.setPrivate(isPrivate);
  };
  const tellChat = () => {
    setContextKey(contextKeys.chatPrivate, chats.current.isPrivate);
    setContextKey(contextKeys.chatBegun, !chats.current.isEmpty);
  };
  own.add(chats.onDidPublish(({ type }) => type !== 'answerChanged' && tellChat()));
  own.add(vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration(settingsSection) && tellChat()));
  own.add(
    chats.onDidChangeAnyChat(({ fact }) => {
      if (fact.type !== 'turnChanged' || fact.turn.agent !== undefined) return;
      const { status, model, failure } = fact.turn;
      if (status === 'done' || failure) models.asked(model, failure?.reason);
    }),
  );
  own.add(activity.follow(chats, () => vscode.l10n.t('Answering')));
  own.add(activity.onDidChange(() => setContextKey(contextKeys.isStreaming, activity.running.length > 0)));
  return {
    commands: {
      'geminiInteractions.newChat': async () => {
        chats.newChat();
        await view.focus();
      },
      'geminiInteractions.togglePrivateChat': () => setPrivate(true),
      'geminiInteractions.storeChat': () => setPrivate(false),
      'geminiInteractions.openInEditor': async () => tabs.open(await chatInFront(), vscode.ViewColumn.Active),
      'geminiInteractions.compareAnswer': async () => (await comparing()).run(await chatInFront()),
      'geminiInteractions.moveChat': () => view.move(),
      'geminiInteractions.moveToSecondarySideBar': () => view.moveToSecondarySideBar(),
      'geminiInteractions.focusChat': async (how) => {
        if (how === 'toggle' && panels.focus.current) {
          await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
        } else {
          await view.focus(promptOf(how));
        }
      },
      'geminiInteractions.find': async () => {
        if (panels.focus.current) panels.focus.current.post({ type: 'findOpened' });
        else if (tabs.inFront) tabs.find();
        else await view.find();
      },
      'geminiInteractions.selectModel': async () => void (await selectModel(await chatInFront())),
      'geminiInteractions.stop': () => activity.stopAll(),
      ...answerMenu(chats, answerTexts),
    },
    requests: {
      send: ({ prompt }, panel) => sendOrRun(sending, sender, panel, prompt, 'wait'),
      stopAndSend: ({ prompt }, panel) => sendOrRun(sending, sender, panel, prompt, 'stop'),
      draftChanged: (draft, panel) => drafts.keep(panel.draftPlace, draft),
      removeAttachment: ({ attachmentId }, { session }) => pending.remove(session.chatId, [attachmentId]),
      stop: (_request, { session }) => session.stop(),
      setPrivate: ({ isPrivate }, { session }) => session.setPrivate(isPrivate),
      chooseModel: async (_request, { session }) => void (await selectModel(session)),
      actOnFailure: async ({ turnId, action }, panel) => {
        const { session } = panel;
        if (action !== 'switchModel')
          return notices.act(action, () => runFailureAction(pending, panel, turnId, action));
        if (await selectModel(session)) await session.retry(turnId);
      },
      ...queueActions(services, sender),
      ...turnActions(answerTexts, services, async (turn) => {
        if (!(await apiKey.ensure())) return undefined;
        const { chooseModelOfRetry } = await import('./selectModel');
        return chooseModelOfRetry(turn, models, onError);
      }),
    },
    dispose: () => own.dispose(),
  };
}

function promptOf(how: unknown): string | undefined {
  const prompt = typeof how === 'object' && how !== null && 'prompt' in how ? how.prompt : undefined;
  return typeof prompt === 'string' ? prompt : undefined;
}
