import type * as vscode from 'vscode';
import type { WindowState } from '../../core/conversation/journal';

const openChatKey = 'openChatId';
const unfinishedKey = 'unfinishedChats';

/** Chats with an answer under way, where they can be read without touching the disk. */
export function recordedUnfinishedChats(state: vscode.Memento): readonly string[] {
  return state.get<readonly string[]>(unfinishedKey) ?? [];
}

/** What this window remembers of its chats, in VS Code's own state of the workspace. */
export class WorkspaceWindowState implements WindowState {
  constructor(private readonly state: vscode.Memento) {}

  get openChatId(): string | undefined {
    return this.state.get<string>(openChatKey);
  }

  setOpenChatId(chatId: string | undefined): void {
    if (chatId !== this.openChatId) void this.state.update(openChatKey, chatId);
  }

  get unfinishedChats(): readonly string[] {
    return recordedUnfinishedChats(this.state);
  }

  setUnfinished(chatId: string, isUnfinished: boolean): void {
    const known = this.unfinishedChats;
    if (known.includes(chatId) === isUnfinished) return;
    const others = known.filter((id) => id !== chatId);
    void this.state.update(unfinishedKey, isUnfinished ? [...others, chatId] : others);
  }
}
