import { DisposableStore } from '../base/disposables';
import { Emitter } from '../base/emitter';
import type { WindowState } from '../conversation/journal';
import type { ChatFact, ChatSessionParts } from './chatParts';
import { ChatSession } from './chatSession';

export interface ChatsParts extends ChatSessionParts {
  readonly window: WindowState;
}

/** What happened to one of the open chats. */
export interface OpenChatFact {
  readonly session: ChatSession;
  readonly fact: ChatFact;
}

/** The chats this window has open: the one it shows, and those that are still being answered. */
export class Chats {
  private readonly own = new DisposableStore();
  private readonly published = this.own.add(new Emitter<ChatFact>());
  /** Fires for the chat that is shown; with `opened` when another one is shown. */
  readonly onDidPublish = this.published.event;
  private readonly changedAny = this.own.add(new Emitter<OpenChatFact>());
  /** Fires for every open chat. */
  readonly onDidChangeAnyChat = this.changedAny.event;
  private readonly sessions = new Map<string, ChatSession>();
  private readonly opening = new Map<string, Promise<ChatSession | undefined>>();
  /** How many callers keep a chat open, by its id. */
  private readonly references = new Map<string, number>();
  private shown: ChatSession;
  private restored: Promise<void> | undefined;
  /** The user has chosen what to show, so a chat that is still being read must not replace it. */
  private isChosen = false;

  constructor(private readonly parts: ChatsParts) {
    this.shown = this.add(new ChatSession(parts, parts.newId()));
  }

  get current(): ChatSession {
    return this.shown;
  }

  /** The open chats with an answer under way. */
  get running(): readonly ChatSession[] {
    return [...this.sessions.values()].filter((session) => session.isStreaming);
  }

  /** Reopens the chat that this window showed, and completes the answers it left unfinished. Only the first call reads. */
  restore(): Promise<void> {
    this.restored ??= this.readWindow();
    return this.restored;
  }

  /** Shows an empty chat. A running answer goes on in its own chat. */
  newChat(): void {
    this.isChosen = true;
    if (this.shown.isEmpty) this.published.fire({ type: 'opened' });
    else this.show(this.begin());
  }

  /** A new empty chat that is not shown. The caller acquires it. */
  begin(): ChatSession {
    return this.add(new ChatSession(this.parts, this.parts.newId()));
  }

  /** Shows a chat from disk and completes what is unfinished in it. False: there is no such chat. */
  async open(chatId: string): Promise<boolean> {
    this.isChosen = true;
    const session = await this.session(chatId);
    if (!session) return false;
    this.show(session);
    this.resume(session);
    return true;
  }

  /** The chat with this id, read from disk if it is not open. The caller acquires it. Undefined: there is no such chat. */
  session(chatId: string): Promise<ChatSession | undefined> {
    const open = this.sessions.get(chatId);
    if (open) return Promise.resolve(open);
    let opening = this.opening.get(chatId);
    if (!opening) {
      opening = this.read(chatId).finally(() => this.opening.delete(chatId));
      this.opening.set(chatId, opening);
    }
    return opening;
  }

  /** The chat if it is open here. */
  find(chatId: string): ChatSession | undefined {
    return this.sessions.get(chatId);
  }

  /** Keeps a chat open although the side bar does not show it, until the result is disposed. */
  acquire(session: ChatSession): { dispose(): void } {
    const id = session.chatId;
    this.references.set(id, (this.references.get(id) ?? 0) + 1);
    this.resume(session);
    let isHeld = true;
    return {
      dispose: () => {
        if (!isHeld) return;
        isHeld = false;
        this.references.set(id, (this.references.get(id) ?? 1) - 1);
        this.closeIfIdle(session);
      },
    };
  }

  /** Stops showing a chat that was deleted. Its running answer is stopped. */
  close(chatId: string): void {
    const session = this.sessions.get(chatId);
    if (!session) return;
    session.stop();
    if (session === this.shown) this.show(this.begin());
    this.closeIfIdle(session);
  }

  dispose(): void {
    for (const session of this.sessions.values()) session.dispose();
    this.own.dispose();
  }

  private show(session: ChatSession): void {
    const before = this.shown;
    this.shown = session;
    this.parts.window.setOpenChatId(session.isEmpty ? undefined : session.chatId);
    this.published.fire({ type: 'opened' });
    if (before !== session) this.closeIfIdle(before);
  }

  private async readWindow(): Promise<void> {
    const { openChatId, unfinishedChats } = this.parts.window;
    const { shown } = this;
    // In parallel: the unfinished answer of one chat must not wait for another chat.
    await Promise.all([
      openChatId === undefined ? undefined : this.bringBack(openChatId, shown),
      ...unfinishedChats.filter((id) => id !== openChatId).map((id) => this.bringBack(id)),
    ]);
  }

  private async bringBack(chatId: string, replacing?: ChatSession): Promise<void> {
    try {
      const session = await this.session(chatId);
      if (!session) {
        this.parts.window.setUnfinished(chatId, false);
        return;
      }
      // A question or a chat that the user began meanwhile stays.
      if (replacing?.isEmpty && this.shown === replacing && !this.isChosen) this.show(session);
      this.resume(session);
    } catch (error) {
      this.parts.onError(error);
    }
  }

  private async read(chatId: string): Promise<ChatSession | undefined> {
    const saved = await this.parts.records.load(chatId);
    if (!saved) return undefined;
    return this.add(new ChatSession(this.parts, chatId, saved));
  }

  /** Completes what is unfinished in a chat. The chat stays open until then. */
  private resume(session: ChatSession): void {
    void session
      .resume()
      .catch(this.parts.onError)
      .finally(() => {
        this.parts.window.setUnfinished(session.chatId, session.isStreaming);
        this.closeIfIdle(session);
      });
  }

  private add(session: ChatSession): ChatSession {
    this.sessions.set(session.chatId, session);
    session.onDidPublish((fact) => {
      if (session === this.shown) this.published.fire(fact);
      this.changedAny.fire({ session, fact });
      this.remember(session, fact);
    });
    return session;
  }

  private remember(session: ChatSession, fact: ChatFact): void {
    if (fact.type === 'answerChanged') return;
    this.parts.window.setUnfinished(session.chatId, session.isStreaming);
    if (session === this.shown && !session.isEmpty) this.parts.window.setOpenChatId(session.chatId);
    if (fact.type === 'turnChanged') this.closeIfIdle(session);
  }

  private closeIfIdle(session: ChatSession): void {
    const isWanted = session === this.shown || session.isStreaming || (this.references.get(session.chatId) ?? 0) > 0;
    if (isWanted || this.sessions.get(session.chatId) !== session) return;
    this.sessions.delete(session.chatId);
    session.dispose();
  }
}
