import { Failure } from '../base/failure';
import type { JsonObject } from '../base/json';
import { Answer } from '../conversation/answer';
import { shortened, titleOf } from '../conversation/chatTitle';
import type { ChatRecord } from '../conversation/records';
import { partsOf } from '../conversation/savedAnswer';
import { newTurn, type Turn } from '../conversation/turn';
import { outcomeOf, turnEndOf } from '../conversation/turnOutcome';
import { turnRecords } from '../conversation/turnRecords';
import type { RememberedInteraction } from '../interactions/events';
import type { Interactions } from '../interactions/port';
import { readStep } from '../interactions/steps';
import { joinBytes } from '../storage/files/bytes';
import { encodeRecord } from '../storage/log/recordLine';

/** What Google still has of a chat. */
export interface RecoveredChat {
  /** From the first question that is left to the last answer. */
  readonly turns: readonly Turn[];
  /** False: turns before the first of them are no longer at Google. */
  readonly isWhole: boolean;
}

export interface RecoveryParts {
  readonly interactions: Interactions;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The length of the title that is remembered for a recovery. Characters. */
const longestTitle = 40;
/** Of a longer chain the end comes back, and the chat says that it is not whole. */
const mostInteractions = 10_000;

/**
 * Rebuilds a chat from its last answer and all interactions before it, each fetched from Google. Generates nothing, so it
 * costs nothing. Undefined: Google no longer has that answer. Rejects with the Failure of a request, or with the signal's
 * reason.
 */
export async function recoverChat(
  { interactions, newId, now }: RecoveryParts,
  lastInteractionId: string,
  signal: AbortSignal,
): Promise<RecoveredChat | undefined> {
  const chain: RememberedInteraction[] = [];
  let isWhole = true;
  const seen = new Set<string>();
  for (let id: string | undefined = lastInteractionId; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const isTooLong = chain.length === mostInteractions;
    const found: RememberedInteraction | undefined = isTooLong ? undefined : await fetchOne(interactions, id, signal);
    if (!found) {
      isWhole = false;
      break;
    }
    chain.unshift(found);
    id = found.previousInteractionId;
  }
  if (chain.length === 0) return undefined;
  return { turns: turnsOf(chain, newId, now), isWhole };
}

/** The short title that is remembered of a chat in case its file is lost. */
export function shortTitle(title: string): string {
  return shortened(title, longestTitle);
}

/** The file of a recovered chat. `title`: its short title. `writer`: a new id. */
export function recoveredLog({ turns }: RecoveredChat, title: string, writer: string): Uint8Array {
  const createdAt = turns[0]?.createdAt ?? 0;
  const records: (readonly [number, ChatRecord])[] = [[createdAt, { kind: 'chat', createdAt, workspace: undefined }]];
  for (const turn of turns) records.push(...turnRecords(turn).map((record) => [turn.createdAt, record] as const));
  const last = turns.at(-1)?.createdAt ?? createdAt;
  // The short title is kept unless it is what the first question gives anyway.
  if (title !== '' && title !== shortTitle(titleOf(turns))) records.push([last, { kind: 'title', title, by: 'user' }]);
  return joinBytes(records.map(([at, record], index) => encodeRecord({ writer, number: index + 1, at }, record)));
}

/** Undefined: Google no longer has it. */
async function fetchOne(
  interactions: Interactions,
  id: string,
  signal: AbortSignal,
): Promise<RememberedInteraction | undefined> {
  try {
    return await interactions.getWithInput(id, signal);
  } catch (error) {
    if (error instanceof Failure && error.reason === 'notFound') return undefined;
    throw error;
  }
}

function turnsOf(chain: readonly RememberedInteraction[], newId: () => string, now: () => number): readonly Turn[] {
  const turns: Turn[] = [];
  for (const found of chain) {
    // A request may have sent earlier turns that Google did not have or had forgotten.
    const asked = questionsIn(found.input);
    for (const [index, { content, steps }] of asked.entries()) {
      const isLast = index === asked.length - 1;
      const place = {
        id: newId(),
        parentId: turns.at(-1)?.id,
        createdAt: found.createdAt ?? now(),
        model: found.model,
        agent: isLast ? found.agent : undefined,
      };
      const turn = newTurn({ prompt: promptOf(content), attachments: [] }, place);
      turns.push(isLast ? answeredBy(turn, found) : { ...turn, status: 'done', steps, parts: partsOf(steps) });
    }
  }
  return turns;
}

interface PastQuestion {
  readonly content: JsonObject;
  readonly steps: readonly JsonObject[];
}

/** The questions of an input, each with the steps of the answer that followed it. */
function questionsIn(input: readonly JsonObject[]): readonly PastQuestion[] {
  const questions: { content: JsonObject; steps: JsonObject[] }[] = [];
  for (const step of input) {
    if (step.type === 'user_input') questions.push({ content: step, steps: [] });
    else questions.at(-1)?.steps.push(step);
  }
  return questions;
}

function answeredBy(turn: Turn, found: RememberedInteraction): Turn {
  const answer = Answer.of(found);
  return {
    ...turn,
    ...turnEndOf(outcomeOf(answer)),
    interactionId: found.id || undefined,
    steps: answer.steps,
    parts: answer.parts,
    usage: answer.usage,
  };
}

/** Attached code was sent as text before the question, and is shown as text. */
function promptOf(step: JsonObject): string {
  const read = readStep(step);
  const content = read.type === 'user_input' ? read.content : [];
  return content.flatMap((piece) => (piece.type === 'text' ? [piece.text] : [])).join('\n\n');
}
