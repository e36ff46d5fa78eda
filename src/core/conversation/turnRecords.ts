import type { ChatRecord, TurnEnd, TurnStart } from './records';
import type { Turn } from './turn';

/** What is written of a turn that has ended. */
export function turnRecords(turn: Turn): readonly ChatRecord[] {
  const { id: turnId, interactionId } = turn;
  return [
    { kind: 'turn', turnId, turn: startOf(turn) },
    ...(interactionId ? [{ kind: 'accepted' as const, turnId, interactionId, background: false }] : []),
    { kind: 'end', turnId, end: endOf(turn) },
  ];
}

/** What is written of a turn when it begins. */
export function startOf({
  id,
  parentId,
  createdAt,
  prompt,
  attachments,
  model,
  agent,
  replaces,
  removedCharacters,
  rulesFiles,
  schema,
  image,
}: Turn): TurnStart {
  const answerer = { model, ...(agent !== undefined && { agent }), replaces };
  return {
    id,
    parentId,
    createdAt,
    prompt,
    attachments,
    ...answerer,
    removedCharacters,
    rulesFiles,
    ...(schema !== undefined && { schema }),
    ...(image && { image }),
  };
}

/** What is written of a turn when it ends. One that still runs counts as interrupted. */
export function endOf(turn: Turn): TurnEnd {
  const { steps, interactionId, usage, answeredBy, environmentId, isCostly, times, failure, endedAs, isRebuilt } = turn;
  const status = turn.status === 'waiting' || turn.status === 'streaming' ? 'interrupted' : turn.status;
  const sandbox = environmentId !== undefined && { environmentId };
  return { status, interactionId, steps, usage, answeredBy, ...sandbox, isCostly, times, failure, endedAs, isRebuilt };
}
