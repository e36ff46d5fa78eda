import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Attachment } from '../../core/conversation/turn';
import type { RequestOf } from '../../protocol/messages';
import type { PanelHandle } from '../panel/panelHandle';
import { fromBase64 } from '../platform/base64';
import { passAttachments } from '../privacy/passAttachments';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { askWhatToAttach, readAddress } from './askWhatToAttach';
import { ComingFiles } from './comingFiles';
import { makeAttachment } from './makeAttachment';
import { type BroughtFile, inMemory, readFile } from './readFile';
import { tell } from './refusals';
import { Uploading } from './uploading';

/** Attaches files and pages to the next question of a chat. */
export class AttachParts {
  private readonly coming = new ComingFiles();
  private readonly uploading: Uploading;

  constructor(private readonly services: Services) {
    this.uploading = new Uploading(services);
  }

  /** "Attach…". `what`: files, as URIs or their texts, or the address of a page; else the user is asked. */
  async run(what: unknown, chatId: unknown): Promise<void> {
    const { chats, chatInFront, view } = this.services;
    const session = (typeof chatId === 'string' && chats.find(chatId)) || (await chatInFront());
    const given = Array.isArray(what) ? what : [what];
    const uris = given.flatMap(uriOf);
    const address = typeof what === 'string' ? readAddress(what) : undefined;
    if (address !== undefined) await this.add(session, [this.pageAt(address)]);
    else if (uris.length > 0) await this.addFiles(session, uris);
    else await this.askFor(session);
    if (session === chats.current) await view.focus();
  }

  /** The button of a panel. */
  async ask(panel: PanelHandle): Promise<void> {
    await this.askFor(panel.session);
    panel.post({ type: 'composerFocused' });
  }

  /** The page says which files were dropped, and shows what a model wrote: it is not believed outside of the workspace. */
  async dropUris(panel: PanelHandle, texts: readonly string[]): Promise<void> {
    if (!vscode.workspace.isTrusted) return tell('restricted', '');
    const uris = texts.map((text) => vscode.Uri.parse(text)).filter(({ scheme }) => scheme !== '');
    const inside = uris.filter((uri) => vscode.workspace.getWorkspaceFolder(uri));
    if (inside.length < uris.length) tell('outside', '');
    await this.addFiles(panel.session, inside);
  }

  async takePiece(panel: PanelHandle, piece: RequestOf<'attachPiece'>): Promise<void> {
    const { uploadId, name } = piece;
    const taken = this.coming.take(piece, panel.signal);
    panel.post({ type: 'pieceTaken', uploadId, isWanted: taken.isWanted });
    if (taken.refusal) tell(taken.refusal, name);
    if (taken.bytes) await this.addRead(panel.session, [inMemory(name, taken.bytes)]);
  }

  sendPicture(panel: PanelHandle, attachmentId: string): void {
    const attachment = this.find(panel.session.chatId, attachmentId);
    if (attachment?.kind !== 'media') return;
    const { mimeType, data } = attachment;
    panel.post({ type: 'pictureArrived', attachmentId, mimeType, bytes: fromBase64(data) });
  }

  keepThumbnail(chatId: string, attachmentId: string, thumbnail: string): void {
    const attachment = this.find(chatId, attachmentId);
    if (attachment?.kind === 'media') this.services.pending.replace(chatId, { ...attachment, thumbnail });
  }

  private find(chatId: string, attachmentId: string): Attachment | undefined {
    return this.services.pending.of(chatId).find(({ id }) => id === attachmentId);
  }

  private async askFor(session: ChatSession): Promise<void> {
    const chosen = await askWhatToAttach();
    if (chosen === 'atGoogle') await runCommand('geminiInteractions.manageFiles', session.chatId);
    else if (typeof chosen === 'string') await this.add(session, [this.pageAt(chosen)]);
    else await this.addFiles(session, chosen);
  }

  private pageAt(url: string): Attachment {
    return { kind: 'url', id: this.services.newId(), url };
  }

  private async addFiles(session: ChatSession, uris: readonly vscode.Uri[]): Promise<void> {
    const read: BroughtFile[] = [];
    for (const uri of uris) {
      const file = await readFile(uri);
      if ('refusal' in file) tell(file.refusal, file.name);
      else read.push(file);
    }
    await this.addRead(session, read);
  }

  private async addRead(session: ChatSession, files: readonly BroughtFile[]): Promise<void> {
    const { chats, pending, newId } = this.services;
    await chats.restore();
    const made: Attachment[] = [];
    for (const file of files) {
      const there = [...pending.of(session.chatId), ...made, ...sentAgain(session)];
      const attachment = await makeAttachment(file, there, newId());
      if (typeof attachment === 'string') tell(attachment, file.name);
      else if ('kind' in attachment) made.push(attachment);
      else if (session.isPrivate) tell('private', file.name);
      else await this.uploading.begin(session, attachment);
    }
    await this.add(session, made);
  }

  private async add(session: ChatSession, attachments: readonly Attachment[]): Promise<void> {
    const { gate, pending } = this.services;
    const passed = attachments.length > 0 && (await passAttachments(gate, attachments));
    if (passed) pending.add(session.chatId, passed);
  }
}

/** Keys that people set up can only pass texts. */
function uriOf(value: unknown): readonly vscode.Uri[] {
  if (value instanceof vscode.Uri) return [value];
  return typeof value === 'string' && /^[\w+.-]{2,}:\/\//.test(value) ? [vscode.Uri.parse(value)] : [];
}

/** A private chat sends all of itself with each question. */
function sentAgain(session: ChatSession): readonly Attachment[] {
  return session.isPrivate ? session.turns().flatMap(({ attachments }) => attachments) : [];
}
