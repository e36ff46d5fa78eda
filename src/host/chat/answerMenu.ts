import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import type { Turn } from '../../core/conversation/turn';
import { joinedFrom } from '../../parts/answerPart';
import type { CommandHandlers } from '../feature';
import { sourceWords } from '../strings/sourceWords';
import type { AnswerTexts } from './answerTexts';

declare module '../feature' {
  interface CommandArgs {
    /** The place in the chat that was clicked, as the page describes it. */
    'geminiInteractions.copyAnswer': [place?: unknown];
    'geminiInteractions.copyAnswerMarkdown': [place?: unknown];
    'geminiInteractions.copyCode': [place?: unknown];
    'geminiInteractions.openAnswerAsText': [place?: unknown];
  }
}

export type AnswerMenuCommand =
  | 'geminiInteractions.copyAnswer'
  | 'geminiInteractions.copyAnswerMarkdown'
  | 'geminiInteractions.copyCode'
  | 'geminiInteractions.openAnswerAsText';

/** What the context menu of an answer does. VS Code hands over what the page says of the place: see `media/contextMenu.ts`. */
export function answerMenu(
  chats: Pick<Chats, 'find'>,
  answerTexts: Pick<AnswerTexts, 'open'>,
): CommandHandlers<AnswerMenuCommand> {
  const turnAt = (place: unknown): Turn | undefined => {
    const { chatId, turnId } = fieldsOf(place);
    const session = typeof chatId === 'string' ? chats.find(chatId) : undefined;
    return session?.turns().find(({ id }) => id === turnId);
  };
  return {
    'geminiInteractions.copyAnswer': async (place) => {
      const turn = turnAt(place);
      if (!turn) return;
      const { answerMarkdown } = await import('../../core/conversation/chatMarkdown');
      await copy(answerMarkdown(turn));
    },
    'geminiInteractions.copyAnswerMarkdown': async (place) => {
      const turn = turnAt(place);
      if (!turn) return;
      const { answerWithFootnotes } = await import('../../core/conversation/answerFootnotes');
      await copy(answerWithFootnotes(turn, sourceWords));
    },
    'geminiInteractions.copyCode': async (place) => {
      const { part, block } = fieldsOf(place);
      const turn = turnAt(place);
      if (!turn || typeof part !== 'number' || typeof block !== 'number') return;
      const answer = joinedFrom(turn.parts, part);
      const { codeBlocksOf } = await import('../../markdown/codeBlocks');
      const code = answer?.kind === 'text' ? codeBlocksOf(answer.text)[block] : undefined;
      await copy(code?.text.replace(/\n$/, ''));
    },
    'geminiInteractions.openAnswerAsText': async (place) => {
      const turn = turnAt(place);
      if (turn) await answerTexts.open(turn);
    },
  };
}

function fieldsOf(place: unknown): Readonly<Record<string, unknown>> {
  return typeof place === 'object' && place !== null ? { ...place } : {};
}

async function copy(text: string | undefined): Promise<void> {
  if (text !== undefined && text !== '') await vscode.env.clipboard.writeText(text);
}
