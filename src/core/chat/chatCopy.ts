import type { ChatRecord } from '../conversation/records';
import { turnRecords } from '../conversation/turnRecords';
import { joinBytes } from '../storage/files/bytes';
import { encodeRecord } from '../storage/log/recordLine';
import type { ChatSession } from './chatSession';

/**
 * The chat in memory as a chat file: the branch that is shown. For a disk that cannot be written, when the chat's own file
 * is missing or old. `writer`: a new id. `now`: milliseconds since 1970.
 */
export function chatCopy(session: ChatSession, writer: string, now: number): Uint8Array {
  const turns = session.turns();
  const records: ChatRecord[] = [{ kind: 'chat', createdAt: turns[0]?.createdAt ?? now, workspace: undefined }];
  if (session.hasOwnTitle) records.push({ kind: 'title', title: session.title, by: 'user' });
  if (session.isPrivate) records.push({ kind: 'private', isPrivate: true });
  const { instruction, schema } = session.extras;
  if (instruction !== '') records.push({ kind: 'instruction', text: instruction });
  if (schema) records.push({ kind: 'schema', schema });
  const there = new Set(session.idsAtGoogle);
  const forgotten: string[] = [];
  for (const turn of turns) {
    records.push(...turnRecords(turn));
    const { interactionId } = turn;
    if (interactionId !== undefined && !there.has(interactionId)) forgotten.push(interactionId);
  }
  if (forgotten.length > 0) records.push({ kind: 'forgotten', interactionIds: forgotten });
  return joinBytes(records.map((record, index) => encodeRecord({ writer, number: index + 1, at: now }, record)));
}
