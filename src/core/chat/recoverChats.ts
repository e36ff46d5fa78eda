import { Failure, type FailureReason, traits } from '../base/failure';
import { type RecoveryParts, recoverChat, recoveredLog } from './recoverChat';

/** What is left of a chat whose file is lost. */
export interface LostChat {
  readonly chatId: string;
  /** Shortened by `shortTitle`. */
  readonly title: string;
  /** Its last answer at Google. */
  readonly interactionId: string;
}

/** What became of chats that were to be recovered. Those that were not tried after a cancel are in none. */
export interface RecoveryResult<Lost extends LostChat> {
  readonly recovered: readonly Lost[];
  /** How many of the recovered chats lack their beginning, which is no longer at Google. */
  readonly cut: number;
  /** No longer at Google. */
  readonly gone: readonly Lost[];
  /** How many could not be fetched, by reason. */
  readonly failed: ReadonlyMap<FailureReason, number>;
}

export interface RecoverChatsParts<Lost extends LostChat> extends RecoveryParts {
  /** Makes a chat of a file. */
  keep(lost: Lost, log: Uint8Array): Promise<void>;
}

/**
 * Recovers chats one after another. `onDone` is given how many were tried so far. An abort ends the batch with the result
 * so far. Rejects only with what is not a Failure.
 */
export async function recoverChats<Lost extends LostChat>(
  parts: RecoverChatsParts<Lost>,
  lost: readonly Lost[],
  signal: AbortSignal,
  onDone: (count: number) => void = () => {},
): Promise<RecoveryResult<Lost>> {
  const recovered: Lost[] = [];
  const gone: Lost[] = [];
  const failed = new Map<FailureReason, number>();
  let cut = 0;
  for (const [index, chat] of lost.entries()) {
    if (signal.aborted) break;
    try {
      const found = await recoverChat(parts, chat.interactionId, signal);
      if (!found) gone.push(chat);
      else {
        await parts.keep(chat, recoveredLog(found, chat.title, parts.newId()));
        recovered.push(chat);
        if (!found.isWhole) cut += 1;
      }
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof Failure)) throw error;
      const { reason } = error;
      const { stopsBatch } = traits[reason];
      failed.set(reason, (failed.get(reason) ?? 0) + (stopsBatch ? lost.length - index : 1));
      if (stopsBatch) break;
    }
    onDone(index + 1);
  }
  return { recovered, cut, gone, failed };
}
