import type { JsonObject } from '../../../../../src/core/base/json';
import type { ChatRecord, WorkspaceTag } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { encodeRecord } from '../../../../../src/core/storage/log/recordLine';

let writers = 0;

/** Records as a window would have written them, one a second from `at` on. Each call writes as a window of its own. */
export function written(at: number, ...records: readonly ChatRecord[]): Uint8Array {
  writers += 1;
  const writer = `w${writers}`;
  return joinBytes(
    records.map((record, index) => encodeRecord({ writer, number: index + 1, at: at + index * 1000 }, record)),
  );
}

export function begun(createdAt: number, workspace?: WorkspaceTag): ChatRecord {
  return { kind: 'chat', createdAt, workspace };
}

export function asked(turnId: string, prompt: string, parentId?: string): ChatRecord {
  return {
    kind: 'turn',
    turnId,
    turn: { id: turnId, parentId, createdAt: 5, prompt, attachments: [], model: 'gemini-3.8-flash' },
  };
}

export function answered(turnId: string, text: string): ChatRecord {
  const steps: readonly JsonObject[] = [
    { type: 'thought', signature: `signature of ${turnId}` },
    { type: 'model_output', content: [{ type: 'text', text }] },
  ];
  const end = { interactionId: `v1_${turnId}`, steps, usage: undefined, failure: undefined, endedAs: undefined };
  return { kind: 'end', turnId, end: { status: 'done', ...end } };
}

export function titled(title: string, by: 'user' | 'model' = 'user'): ChatRecord {
  return { kind: 'title', title, by };
}
