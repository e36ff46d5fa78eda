import type * as vscode from 'vscode';
import type { Disposable } from '../../core/base/disposables';
import { isJsonObject, numberField, textField } from '../../core/base/json';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { shortTitle } from '../../core/chat/recoverChat';
import type { LostChat } from '../../core/chat/recoverChats';

const stateKey = 'recentChats';
/** VS Code sends its state to every window as a whole, so it stays small. */
const mostChats = 200;
const mostCharacters = 20_000;

/** Enough of a chat to fetch it from Google again. */
export interface RecentChat extends LostChat {
  /** When its last answer came. Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The chats used last that Google keeps, in VS Code's own state: where the folder of the chats is lost, as with a container
 * that is built again, they can be fetched from there. Nothing of what was said is in it but the short title. Private chats
 * are not.
 */
export class RecentChats {
  /** What was removed here, in case that is undone. */
  private readonly removed = new Map<string, RecentChat>();

  constructor(
    private readonly state: vscode.Memento,
    private readonly now: () => number,
  ) {}

  /** The last used first. */
  get all(): readonly RecentChat[] {
    const kept: unknown = this.state.get(stateKey);
    return Array.isArray(kept) ? kept.flatMap((value) => readRecent(value) ?? []) : [];
  }

  /** Remembers the chats of a window as they go on. */
  follow(chats: Chats): Disposable {
    return chats.onDidChangeAnyChat(({ session, fact }) => {
      if (fact.type === 'turnChanged' || fact.type === 'chatChanged') this.note(session);
    });
  }

  /** The user deleted the chat, or there is nothing of it to be fetched. */
  remove(chatId: string): void {
    const { all } = this;
    const known = all.find((chat) => chat.chatId === chatId);
    if (!known) return;
    this.removed.set(chatId, known);
    this.keep(all.filter((chat) => chat !== known));
  }

  /** The deletion was undone. */
  bringBack(chatId: string): void {
    const known = this.removed.get(chatId);
    if (known) this.put(known);
  }

  /** The chat is there again, under another id. */
  replace(lost: RecentChat, chatId: string): void {
    this.keep(this.all.map((chat) => (chat.chatId === lost.chatId ? { ...chat, chatId } : chat)));
  }

  private note(session: ChatSession): void {
    const { chatId, isPrivate, idsAtGoogle } = session;
    const known = this.all.find((chat) => chat.chatId === chatId);
    const there = new Set(isPrivate ? [] : idsAtGoogle);
    const last = session
      .turns()
      .findLast(({ status, interactionId = '' }) => status === 'done' && there.has(interactionId));
    if (!last?.interactionId) {
      if (known && !there.has(known.interactionId)) this.remove(chatId);
      return;
    }
    const { interactionId } = last;
    const title = shortTitle(session.title);
    if (known?.interactionId === interactionId && known.title === title) return;
    this.put({ chatId, title, interactionId, at: this.now() });
  }

  private put(chat: RecentChat): void {
    this.keep([chat, ...this.all.filter(({ chatId }) => chatId !== chat.chatId)]);
  }

  private keep(chats: readonly RecentChat[]): void {
    const kept: RecentChat[] = [];
    let size = 0;
    for (const chat of chats.slice(0, mostChats)) {
      size += JSON.stringify(chat).length + 1;
      if (size > mostCharacters) break;
      kept.push(chat);
    }
    void this.state.update(stateKey, kept);
  }
}

function readRecent(value: unknown): RecentChat | undefined {
  if (!isJsonObject(value)) return undefined;
  const chatId = textField(value, 'chatId');
  const interactionId = textField(value, 'interactionId');
  if (chatId === undefined || interactionId === undefined) return undefined;
  return { chatId, interactionId, title: textField(value, 'title') ?? '', at: numberField(value, 'at') ?? 0 };
}
