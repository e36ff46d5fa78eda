import type { ChatRecord } from '../storage/records';
import { endOf } from './chatLedger';
import type { Turn } from './turn';

/** What is written of a turn that has ended. */
export function turnRecords(turn: Turn): readonly ChatRecord[] {
  const { id: turnId, parentId, createdAt, prompt, attachments, model, removedCharacters, interactionId } = turn;
  const start = { id: turnId, parentId, createdAt, prompt, attachments, model, removedCharacters };
  return [
    { kind: 'turn', turnId, turn: start },
    ...(interactionId === undefined ? [] : [{ kind: 'accepted', turnId, interactionId, background: false } as const]),
    { kind: 'end', turnId, end: endOf(turn) },
  ];
}
