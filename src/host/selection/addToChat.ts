import * as vscode from 'vscode';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { type AskedCode, askedCode, askedFile } from './askedCode';
import { codeAttachments } from './codeAttachments';
import { tellTarget } from './targetWords';

/** "Add … to Chat": code goes along with the next question, and the cursor goes where it is typed. */
export class AddToChat {
  constructor(
    private readonly services: Pick<Services, 'chats' | 'pending' | 'view' | 'newId'>,
    private readonly gate: OutgoingGate,
  ) {}

  async selection(args: readonly unknown[]): Promise<void> {
    const code = await askedCode(args);
    if (!code) return;
    tellTarget(code);
    await this.add([code]);
  }

  /** `args`: the file that was clicked, and all that are selected in the same list. Default: that of the active editor. */
  async files([clicked, selected]: readonly unknown[]): Promise<void> {
    const listed = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
    const one = clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
    const uris = listed.length > 0 ? listed : one ? [one] : [];
    if (uris.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the file to add first.'));
      return;
    }
    const files = await Promise.all(uris.map(askedFile));
    await this.add(files.filter((file) => file !== undefined));
  }

  /** From a menu: the code that is meant where the menu is that of an editor's text, else the files that were clicked. */
  async fromMenu(args: readonly unknown[]): Promise<void> {
    const [clicked, second] = args;
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    // The menus of tabs and of lists pass more than the file.
    const isOfText = second === undefined && clicked instanceof vscode.Uri && clicked.toString() === active;
    const isText = second instanceof vscode.Range || isOfText;
    return isText ? this.selection(args) : this.files(args);
  }

  private async add(codes: readonly AskedCode[]): Promise<void> {
    const { chats, pending, view, newId } = this.services;
    if (codes.length === 0) return;
    const all = codes.flatMap((code) => codeAttachments(code, newId));
    const attachments = await passAttachments(this.gate, all);
    if (!attachments) return;
    await chats.restore();
    pending.add(chats.current.chatId, attachments);
    await view.focus();
  }
}
