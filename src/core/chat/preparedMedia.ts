import type { JsonObject } from '../base/json';
import type { Attachment } from '../conversation/turn';
import { blobsFolder } from '../storage/files/chatPaths';
import type { StorageFiles } from '../storage/files/files';
import { blobsOf, keepBlob } from '../storage/log/blobs';
import { withMedia } from '../storage/log/mediaBlobs';

/** Stands where blobs have the id of their chat. */
const place = 'prepared';

/** The bytes of files that are attached and were not sent yet, each in a file of its own beside the list of them. */
export class PreparedMedia {
  /** The blob of each attachment that has one, by the attachment's id. Its bytes never change. */
  private kept = new Map<string, string>();

  constructor(private readonly files: Pick<StorageFiles, 'read' | 'write' | 'stat' | 'list' | 'remove'>) {}

  /** The attachments as they are listed, their bytes on the disk. */
  async slim(attachments: readonly Attachment[]): Promise<readonly object[]> {
    const listed: object[] = [];
    for (const attachment of attachments) {
      if (attachment.kind !== 'media') {
        listed.push(attachment);
        continue;
      }
      const { data, ...rest } = attachment;
      const blob = this.kept.get(attachment.id) ?? (await keepBlob(this.files, place, JSON.stringify({ data })));
      this.kept.set(attachment.id, blob);
      listed.push({ ...rest, blob });
    }
    return listed;
  }

  /** What was listed, with its bytes again. What is no longer on the disk stays without. */
  async fill(content: JsonObject): Promise<JsonObject> {
    const filled = await withMedia(content, blobsOf(this.files, place));
    return filled?.content ?? content;
  }

  /** Removes the bytes of all but these attachments, which are the ones that the list names now. */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    this.kept = new Map([...this.kept].filter(([id]) => ids.has(id)));
    const wanted = new Set(this.kept.values());
    const folder = blobsFolder(place);
    const found = await this.files.list(folder);
    await Promise.all(
      found.filter(({ name }) => !wanted.has(name)).map(({ name }) => this.files.remove(`${folder}/${name}`)),
    );
  }
}
