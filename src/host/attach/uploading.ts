import type { ChatSession } from '../../core/chat/chatSession';
import type { UploadAttachment } from '../../core/conversation/turn';
import type { MediaType } from '../../core/interactions/content';
import type { UploadedFile } from '../../core/interactions/fileUploads';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import type { BroughtFile } from './readFile';

/** A file whose remaining life is shorter than this is uploaded again. Milliseconds. */
const shortestLife = 60 * 60 * 1000;

/** What is too large for a request, and goes along by its address at Google. */
export interface LargeFile {
  readonly file: BroughtFile;
  readonly media: MediaType;
  readonly mimeType: string;
}

/** Uploads files while their chips say how far they are. What is there already is not sent again. */
export class Uploading {
  /** By the version of the file. */
  private readonly known = new Map<string, UploadedFile>();

  constructor(
    private readonly services: Pick<Services, 'uploads' | 'pending' | 'gate' | 'apiKey' | 'newId' | 'now' | 'onError'>,
  ) {
    // The files of one project are strange to another.
    services.apiKey.onDidChange(() => this.known.clear());
  }

  /** Resolves once the user has agreed; the file arrives later. */
  async begin(session: ChatSession, { file, media, mimeType }: LargeFile): Promise<void> {
    const { gate, pending, newId, onError } = this.services;
    const { name, uri, whole } = file;
    const remote: UploadedFile = { name: '', uri: '', expiresAt: 0 };
    const place = uri && { uri: uri.toString() };
    const wanted = { kind: 'upload' as const, id: newId(), name, media, mimeType, size: whole.size, remote, ...place };
    const [passed] = (await passAttachments(gate, [wanted])) ?? [];
    if (passed?.kind !== 'upload') return;
    const there = file.version === undefined ? undefined : this.known.get(file.version);
    if (there && there.expiresAt - this.services.now() > shortestLife) {
      pending.add(session.chatId, [{ ...passed, remote: there }]);
    } else void this.send(session.chatId, passed, file).catch(onError);
  }

  private async send(chatId: string, attachment: UploadAttachment, { whole, version }: BroughtFile): Promise<void> {
    const { uploads, pending } = this.services;
    const { id, name, media, mimeType } = attachment;
    const stop = new AbortController();
    const show = (sent: number) => {
      if (stop.signal.aborted) return;
      const percent = Math.floor((sent / whole.size) * 100);
      pending.setComing(chatId, { id, name, media, percent, cancel: () => stop.abort() });
    };
    show(0);
    try {
      const remote = await uploads.upload({ bytes: whole, mimeType, name }, show, stop.signal);
      if (version !== undefined) this.known.set(version, remote);
      pending.add(chatId, [{ ...attachment, remote }]);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      stop.abort();
      pending.endComing(chatId, id);
    }
  }
}
