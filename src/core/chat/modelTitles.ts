import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import { wordsOf } from '../conversation/chatTitle';
import type { Turn } from '../conversation/turn';
import type { Interactions } from '../interactions/port';
import type { ChatSession } from './chatSession';
import type { Chats } from './chats';

export interface ModelTitlesParts {
  readonly chats: Pick<Chats, 'onDidChangeAnyChat' | 'acquire'>;
  readonly interactions: Interactions;
  readonly clock: Clock;
  /** Read at each chat: whether the user wants models to name chats. */
  readonly isWanted: () => boolean;
  readonly onError: (error: unknown) => void;
}

/**
 * Has a model name a chat once its first answer is whole. Each chat is tried once. If that fails, the first words of the
 * question stay its name.
 */
export class ModelTitles {
  private readonly tried = new Set<string>();
  private readonly gone = new AbortController();
  private readonly listening: { dispose(): void };

  constructor(private readonly parts: ModelTitlesParts) {
    this.listening = parts.chats.onDidChangeAnyChat(({ session, fact }) => {
      if (fact.type === 'turnChanged' && this.isNameless(session, fact.turn)) void this.name(session, fact.turn);
    });
  }

  dispose(): void {
    this.listening.dispose();
    this.gone.abort();
  }

  private isNameless(session: ChatSession, turn: Turn): boolean {
    const isFirst = turn.status === 'done' && turn.parentId === undefined;
    return isFirst && mayBeNamed(session) && !this.tried.has(session.chatId) && this.parts.isWanted();
  }

  private async name(session: ChatSession, turn: Turn): Promise<void> {
    const { chats, interactions, clock, onError } = this.parts;
    this.tried.add(session.chatId);
    // The user may show another chat meanwhile. This one stays open until its name is written.
    const reference = chats.acquire(session);
    try {
      const answer = turn.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      const { askTitle } = await import('./askTitle');
      const title = await askTitle({ interactions, clock }, { question: wordsOf(turn), answer }, this.gone.signal);
      if (title !== undefined && mayBeNamed(session)) await session.rename(title, 'model');
    } catch (error) {
      if (!(error instanceof Failure) && !this.gone.signal.aborted) onError(error);
    } finally {
      reference.dispose();
    }
  }
}

/** A name that the user gave stays, and no other model sees a private chat. */
function mayBeNamed(session: ChatSession): boolean {
  return !session.isPrivate && !session.hasOwnTitle;
}
