import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';
import type { Attachment, Turn, UploadAttachment } from '../conversation/turn';
import type { UploadedFile } from '../interactions/fileUploads';
import type { InteractionRequest } from '../interactions/port';

/** Uploads a file once more. Undefined: it is not there any more, or has changed. Rejects as `FileUploads.upload` does. */
export type RenewUpload = (attachment: UploadAttachment, signal: AbortSignal) => Promise<UploadedFile | undefined>;

/**
 * A request whose files are gone from Google, with the same files under their new addresses, and the turns that had them.
 * Undefined: it names none, or one of them cannot be uploaded again. `now`: milliseconds since 1970.
 */
export async function withRenewedUploads(
  renew: RenewUpload,
  request: InteractionRequest,
  path: readonly Turn[],
  now: number,
  signal: AbortSignal,
): Promise<{ readonly request: InteractionRequest; readonly turns: readonly Turn[] } | undefined> {
  const named = uploadsOf(path).filter(({ remote }) => names(request, remote.uri));
  const past = named.filter(({ remote }) => remote.expiresAt <= now);
  const fresh = new Map<string, UploadedFile>();
  // The service does not say which of them it lacks.
  for (const upload of past.length > 0 ? past : named) {
    const { uri } = upload.remote;
    const remote = fresh.has(uri) ? undefined : await renew(upload, signal);
    if (remote) fresh.set(uri, remote);
    else if (!fresh.has(uri)) return undefined;
  }
  if (fresh.size === 0) return undefined;
  const { input, history } = request;
  return {
    request: {
      ...request,
      input: input.map((one) => ('uri' in one ? { ...one, uri: fresh.get(one.uri)?.uri ?? one.uri } : one)),
      ...(history && { history: history.map((step) => renewedStep(step, fresh)) }),
    },
    turns: path
      .filter((turn) => uploadsOf([turn]).some(({ remote }) => fresh.has(remote.uri)))
      .map((turn) => ({ ...turn, attachments: turn.attachments.map((one) => renewedAttachment(one, fresh)) })),
  };
}

function uploadsOf(turns: readonly Turn[]): readonly UploadAttachment[] {
  return turns.flatMap(({ attachments }) => attachments.filter((one) => one.kind === 'upload'));
}

function names({ input, history = [] }: InteractionRequest, uri: string): boolean {
  const isNamed = (content: JsonValue | undefined) => isJsonObject(content) && content.uri === uri;
  return input.some((one) => 'uri' in one && one.uri === uri) || history.some((step) => contentsOf(step).some(isNamed));
}

function contentsOf({ type, content }: JsonObject): readonly JsonValue[] {
  return type === 'user_input' && Array.isArray(content) ? content : [];
}

/** Only questions name files. What a model wrote goes back as it came. */
function renewedStep(step: JsonObject, fresh: ReadonlyMap<string, UploadedFile>): JsonObject {
  if (contentsOf(step).length === 0) return step;
  const content = contentsOf(step).map((one) => {
    const remote = isJsonObject(one) && typeof one.uri === 'string' ? fresh.get(one.uri) : undefined;
    return remote && isJsonObject(one) ? { ...one, uri: remote.uri } : one;
  });
  return { ...step, content };
}

function renewedAttachment(attachment: Attachment, fresh: ReadonlyMap<string, UploadedFile>): Attachment {
  if (attachment.kind !== 'upload') return attachment;
  return { ...attachment, remote: fresh.get(attachment.remote.uri) ?? attachment.remote };
}
