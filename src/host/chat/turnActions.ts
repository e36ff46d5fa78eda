import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Turn } from '../../core/conversation/turn';
import { toolDetails } from '../../parts/toolDetails';
import type { RequestHandlers } from '../panel/panelHandle';
import { askTyped } from '../panel/typedQuestion';
import { allowedPrompt } from '../privacy/allowedPrompt';
import type { Services } from '../services';
import type { AnswerTexts } from './answerTexts';

export type TurnRequest =
  | 'copyQuestion'
  | 'copyAnswer'
  | 'copyDetails'
  | 'openAnswerAsText'
  | 'retry'
  | 'retryWith'
  | 'askInstead'
  | 'branchFrom'
  | 'showMore'
  | 'showBranch';

/** What the buttons at a question and at an answer do. A turn that is no longer shown is left alone. */
export function turnActions(
  answerTexts: AnswerTexts,
  { gate, drafts }: Pick<Services, 'gate' | 'drafts'>,
  chooseModel: (turn: Turn) => Promise<string | undefined>,
): RequestHandlers<TurnRequest> {
  return {
    copyQuestion: async ({ turnId }, { session }) => copy(shownTurn(session, turnId)?.prompt),
    copyAnswer: async ({ turnId }, { session }) => {
      const turn = shownTurn(session, turnId);
      if (!turn) return;
      const { answerMarkdown } = await import('../../core/conversation/chatMarkdown');
      await copy(answerMarkdown(turn));
    },
    copyDetails: async ({ turnId, part }, { session }) =>
      copy(toolDetails(shownTurn(session, turnId)?.parts ?? [], part)),
    openAnswerAsText: async ({ turnId }, { session }) => {
      const turn = shownTurn(session, turnId);
      if (turn) await answerTexts.open(turn);
    },
    retry: async ({ turnId }, { session }) => {
      if (shownTurn(session, turnId)) await session.retry(turnId);
    },
    retryWith: async ({ turnId }, { session }) => {
      const turn = shownTurn(session, turnId);
      const model = turn && (await chooseModel(turn));
      // The list may have been open for long: the answer may be gone from the chat by now.
      if (model !== undefined && shownTurn(session, turnId)) await session.retry(turnId, { model });
    },
    askInstead: ({ turnId, prompt }, panel) =>
      askTyped(drafts, panel, prompt, async (onKept) => {
        const { session } = panel;
        const allowed = shownTurn(session, turnId) && (await allowedPrompt(gate, prompt));
        return allowed !== undefined && session.askInstead(turnId, allowed, { onKept });
      }),
    branchFrom: async ({ turnId }, { session }) => {
      if (shownTurn(session, turnId)) await session.branchFrom(turnId);
    },
    showMore: async ({ turnId }, { session }) => {
      const last = shownTurn(session, turnId) && session.continuations(turnId).at(-1);
      if (last !== undefined) await session.showBranch(last);
    },
    showBranch: async ({ turnId, of, step }, { session }) => {
      const turn = shownTurn(session, turnId);
      const ids = turn ? session.branches(turn)[of === 'question' ? 'questions' : 'answers'] : [];
      const wanted = ids[ids.indexOf(turnId) + step];
      if (wanted !== undefined) await session.showBranch(wanted);
    },
  };
}

function shownTurn(session: ChatSession, turnId: string): Turn | undefined {
  return session.turns().find(({ id }) => id === turnId);
}

async function copy(text: string | undefined): Promise<void> {
  if (text !== undefined && text !== '') await vscode.env.clipboard.writeText(text);
}
