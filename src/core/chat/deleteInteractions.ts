import { Failure, type FailureReason, traits } from '../base/failure';
import type { Interactions } from '../interactions/port';

/** What became of interactions that were to be deleted at Google. */
export interface DeletionResult {
  /** No longer at Google: deleted now, or gone before. */
  readonly gone: readonly string[];
  /** How many could not be deleted, by reason. Those that were not tried after a cancel are not counted. */
  readonly failed: ReadonlyMap<FailureReason, number>;
}

/**
 * Deletes interactions at Google, one after another. `onDone` is given how many were tried so far. An abort ends the batch
 * with the result so far. Rejects only with what is not a Failure.
 */
export async function deleteInteractions(
  interactions: Pick<Interactions, 'delete'>,
  ids: readonly string[],
  signal: AbortSignal,
  onDone: (count: number) => void = () => {},
): Promise<DeletionResult> {
  const gone: string[] = [];
  const failed = new Map<FailureReason, number>();
  for (const [index, id] of ids.entries()) {
    const reason = await deleteOne(interactions, id, signal);
    if (reason === 'cancelled') break;
    if (reason === undefined) gone.push(id);
    else {
      const { stopsBatch } = traits[reason];
      failed.set(reason, (failed.get(reason) ?? 0) + (stopsBatch ? ids.length - index : 1));
      if (stopsBatch) break;
    }
    onDone(index + 1);
  }
  return { gone, failed };
}

/** The reason why it was not deleted. Undefined: it is gone. */
async function deleteOne(
  interactions: Pick<Interactions, 'delete'>,
  id: string,
  signal: AbortSignal,
): Promise<FailureReason | 'cancelled' | undefined> {
  if (signal.aborted) return 'cancelled';
  try {
    await interactions.delete(id, signal);
    return undefined;
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    if (!(error instanceof Failure)) throw error;
    return error.reason === 'notFound' ? undefined : error.reason;
  }
}
