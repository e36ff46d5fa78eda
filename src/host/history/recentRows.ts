import * as vscode from 'vscode';
import { Emitter } from '../../core/base/emitter';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import type { RecentChatView } from '../../protocol/start';
import { relativeAge } from './chatAge';

const mostRows = 3;

/** The chats used last, for the page of an empty chat. */
export class RecentRows {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private shown: readonly RecentChatView[] = [];

  constructor(
    private readonly library: Pick<ChatLibrary, 'list'>,
    private readonly now: () => number,
  ) {}

  /** As they were read last. */
  get rows(): readonly RecentChatView[] {
    return this.shown;
  }

  async read(): Promise<void> {
    const chats = await this.library.list();
    const now = this.now();
    this.shown = chats
      .filter(({ title }) => title !== '')
      .slice(0, mostRows)
      .map(({ id, title, updatedAt }) => ({ id, title, age: relativeAge(updatedAt, now, vscode.env.language) }));
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
