import * as vscode from 'vscode';
import { answerMarkdown } from '../../core/chat/chatMarkdown';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Turn } from '../../core/chat/turn';
import type { BranchStep } from '../../protocol';
import type { AnswerTexts } from './answerTexts';
import type { PanelRequests } from './chatView';
import { isMeant } from './sendTyped';

export interface TurnActionsParts {
  /** The chat that the panel shows. */
  readonly session: () => ChatSession;
  readonly answerTexts: AnswerTexts;
  /** Puts a question back into the composer that was not asked after all. */
  readonly returnPrompt: (prompt: string) => void;
}

type TurnRequests = Pick<
  PanelRequests,
  'copyQuestion' | 'copyAnswer' | 'openAnswerAsText' | 'retry' | 'askInstead' | 'branchFrom' | 'showBranch'
>;

/** What the buttons at a question and at an answer do. A turn that is no longer shown is left alone. */
export function turnActions({ session, answerTexts, returnPrompt }: TurnActionsParts): TurnRequests {
  const shown = (turnId: string): Turn | undefined =>
    session()
      .turns()
      .find(({ id }) => id === turnId);
  return {
    copyQuestion: async ({ turnId }) => copy(shown(turnId)?.prompt),
    copyAnswer: async ({ turnId }) => {
      const turn = shown(turnId);
      if (turn) await copy(answerMarkdown(turn));
    },
    openAnswerAsText: async ({ turnId }) => {
      const turn = shown(turnId);
      if (turn) await answerTexts.open(turn);
    },
    retry: async ({ turnId }) => {
      if (shown(turnId)) await session().retry(turnId);
    },
    askInstead: async ({ turnId, prompt }) => {
      const isAsked = shown(turnId) && (await isMeant(prompt)) && (await session().askInstead(turnId, prompt));
      if (!isAsked) returnPrompt(prompt);
    },
    branchFrom: async ({ turnId }) => {
      if (shown(turnId)) await session().branchFrom(turnId);
    },
    showBranch: ({ turnId, step }) => showBranch(session(), turnId, step),
  };
}

async function copy(text: string | undefined): Promise<void> {
  if (text !== undefined && text !== '') await vscode.env.clipboard.writeText(text);
}

async function showBranch(session: ChatSession, turnId: string, step: BranchStep): Promise<void> {
  const branches = session.branches(turnId);
  const wanted = branches[branches.indexOf(turnId) + step];
  if (branches.includes(turnId) && wanted !== undefined) await session.showBranch(wanted);
}
