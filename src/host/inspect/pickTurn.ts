import * as vscode from 'vscode';
import { wordsOf } from '../../core/conversation/chatTitle';
import { answererOf, type Turn } from '../../core/conversation/turn';
import { modelLabel } from '../../parts/modelLabel';
import type { Services } from '../services';
import { type FoundChat, type FoundTurn, findChat, ofSession } from './foundTurn';

interface TurnItem extends vscode.QuickPickItem {
  readonly turn?: Turn;
  /** Another chat, of which a turn is chosen next. */
  readonly chatId?: string;
}

export interface TurnQuestion {
  readonly title: string;
  readonly placeHolder: string;
  /** Other chats are in the list, too. */
  readonly withOthers?: boolean;
  /** A turn that is not in the list. */
  readonly without?: string;
}

type PickServices = Pick<Services, 'chats' | 'library' | 'chatInFront'>;

/** Lets the user choose a turn of the chat in front. Undefined: none was chosen, or there is none. */
export async function pickTurn(services: PickServices, question: TurnQuestion): Promise<FoundTurn | undefined> {
  const chat = ofSession(await services.chatInFront());
  const turns = chat.turns.filter(({ id }) => id !== question.without);
  const [only] = turns;
  if (!question.withOthers) {
    if (!only) return tellNone();
    if (turns.length === 1) return { chat, turn: only };
    return choose(services, question, chat, turnItems(turns));
  }
  const others = await otherChats(services, chat.chatId);
  if (!only && others.length === 0) return tellNone();
  return choose(services, question, chat, [...turnItems(turns), ...others]);
}

async function choose(
  services: PickServices,
  question: TurnQuestion,
  chat: FoundChat,
  items: readonly TurnItem[],
): Promise<FoundTurn | undefined> {
  const { title, placeHolder } = question;
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (chosen?.turn) return { chat, turn: chosen.turn };
  if (chosen?.chatId === undefined) return undefined;
  const other = await findChat(services, chosen.chatId);
  if (!other || other.turns.length === 0) return tellNone();
  return choose(services, question, other, turnItems(other.turns));
}

/** The latest first. */
function turnItems(turns: readonly Turn[]): readonly TurnItem[] {
  return turns.toReversed().map((turn) => ({
    turn,
    label: oneLine(wordsOf(turn)) || vscode.l10n.t('A question without words'),
    description: [modelLabel(answererOf(turn)), new Date(turn.createdAt).toLocaleString()].join(' · '),
  }));
}

async function otherChats({ library }: PickServices, chatId: string): Promise<readonly TurnItem[]> {
  const others = (await library.list()).filter(({ id }) => id !== chatId);
  if (others.length === 0) return [];
  const heading = { label: vscode.l10n.t('Other Chats'), kind: vscode.QuickPickItemKind.Separator };
  return [
    heading,
    ...others.map(({ id, title }) => ({ chatId: id, label: `$(comment-discussion) ${oneLine(title)}` })),
  ];
}

/** Icons of VS Code's own syntax are not drawn from what people write. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 120).replaceAll('$(', '$\u200b(');
}

function tellNone(): undefined {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is no interaction to show yet. Ask a question first.'),
  );
  return undefined;
}
