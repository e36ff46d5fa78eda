import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { chatInstructionScheme } from '../../names';
import type { Services } from '../services';
import { tooLong } from './askChatInstruction';
import { allowedInstruction, isTooLong } from './instructionText';

export type InstructionServices = Pick<Services, 'chats' | 'gate'>;

interface Known {
  readonly text: string;
  /** Milliseconds since 1970. VS Code reads a file again only where it has risen. */
  readonly mtime: number;
}

/**
 * The instruction of each chat as a file: saving it gives it to the chat. It can have several lines and has all that an
 * editor offers, and VS Code keeps what is not saved yet.
 */
export class InstructionFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly known = new Map<string, Known>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly services: InstructionServices) {
    this.listening = services.chats.onDidChangeAnyChat(({ session, fact }) => {
      const known = this.known.get(session.chatId);
      // The chip and the command change it as well.
      if (fact.type === 'chatChanged' && known && known.text !== session.extras.instruction) this.tell(session.chatId);
    });
  }

  /** Shows the instruction of a chat in an editor. `text`: what was typed already, and is not saved. */
  async open({ chatId, extras: { instruction } }: ChatSession, text: string): Promise<void> {
    const uri = uriOf(chatId);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    if (text === instruction) return;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), lines(text));
    await vscode.workspace.applyEdit(edit);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, mtime } = await this.withChat(uri, (session) => Promise.resolve(this.look(session)));
    const size = new TextEncoder().encode(lines(text)).length;
    return { type: vscode.FileType.File, ctime: 0, mtime, size };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { text } = await this.withChat(uri, (session) => Promise.resolve(this.look(session)));
    return new TextEncoder().encode(lines(text));
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const typed = new TextDecoder().decode(content);
    if (isTooLong(typed)) throw vscode.FileSystemError.Unavailable(tooLong());
    const allowed = await allowedInstruction(this.services.gate, typed);
    if (allowed === undefined) {
      throw vscode.FileSystemError.Unavailable(vscode.l10n.t('The instruction was not saved.'));
    }
    await this.withChat(uri, async (session) => {
      session.setExtras({ instruction: allowed });
      this.look(session);
      // What was left out of it is taken out of the editor, too.
      if (lines(allowed) !== typed) this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    });
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }

  private tell(chatId: string): void {
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri: uriOf(chatId) }]);
  }

  /** The instruction as it is now. */
  private look({ chatId, extras: { instruction } }: ChatSession): Known {
    const before = this.known.get(chatId);
    if (before?.text === instruction) return before;
    const known = { text: instruction, mtime: Math.max(Date.now(), (before?.mtime ?? 0) + 1) };
    this.known.set(chatId, known);
    return known;
  }

  private async withChat<Result>(uri: vscode.Uri, use: (session: ChatSession) => Promise<Result>): Promise<Result> {
    const { chats } = this.services;
    const chatId = /^\/([\w-]+)\//.exec(uri.path)?.[1];
    await chats.restore();
    const session = chatId === undefined ? undefined : await chats.session(chatId);
    if (!session) throw vscode.FileSystemError.FileNotFound(uri);
    const reference = chats.acquire(session);
    try {
      return await use(session);
    } finally {
      reference.dispose();
    }
  }
}

function uriOf(chatId: string): vscode.Uri {
  const name = vscode.l10n.t('Instruction for This Chat');
  return vscode.Uri.from({ scheme: chatInstructionScheme, path: `/${chatId}/${name}.md` });
}

/** As files end. */
function lines(text: string): string {
  return text === '' ? '' : `${text}\n`;
}
