import type { ChatSchema } from '../conversation/chatSchema';
import { findingsSchema } from '../conversation/findings';
import { continuationOf, historyOf } from '../conversation/history';
import { hasWebPage, inputOf } from '../conversation/input';
import type { Turn, WantedWait } from '../conversation/turn';
import { type ImageFormat, imageResponseFormat, isImageModel } from '../interactions/imageFormat';
import { jsonFormat } from '../interactions/jsonFormat';
import type { InteractionRequest } from '../interactions/port';
import type { Purpose } from '../interactions/purpose';
import { type Answering, answeringFields } from './answering';
import { reviewPrompt } from './prompts';
import type { TurnRequest } from './runTurn';

/** A page that goes along is read, whatever the switches of the chat say. */
function withUrlContext(answering: Answering): Answering {
  const { tools } = answering;
  return tools.includes('urlContext') ? answering : { ...answering, tools: [...tools, 'urlContext'] };
}

/** How a question is asked besides. */
export interface AskManner {
  /** A wait before the first try. */
  readonly firstWait?: WantedWait | undefined;
  readonly purpose?: Purpose | undefined;
  /** The model of this answer alone. Absent: the one of the chat. */
  readonly model?: string | undefined;
  /** How the picture is to be, where the model makes them. */
  readonly image?: ImageFormat | undefined;
  /** The question is on disk. */
  readonly onKept?: (() => void) | undefined;
}

/** A picture is asked for again where it was asked for, whatever model the chat has. */
export function drawerOf(turn: Turn | undefined): AskManner {
  return turn?.image ? { model: turn.model } : {};
}

export interface RequestChoices {
  /** Nothing stays at Google: each question sends the whole chat, and a broken answer cannot be resumed. */
  readonly isPrivate: boolean;
  readonly background: boolean;
  /** The system instruction. */
  readonly instruction: string;
  readonly answering: Answering;
  /** The schema of the chat. It is sent with a turn that is asked with it. */
  readonly schema?: ChatSchema | undefined;
  /** Whether the answer is for a comparison. */
  readonly purpose?: Purpose | undefined;
  /** Interactions that are no longer at Google. */
  readonly forgotten: ReadonlySet<string>;
}

/** What a model that answers with words gets besides. Models that make images take no tools and no levels of thinking. */
function wordsFields(turn: Turn, instruction: string, answering: Answering) {
  return {
    systemInstruction: instruction,
    ...answeringFields(turn.model, hasWebPage(turn) ? withUrlContext(answering) : answering),
  };
}

/** The request for a question that follows these turns. */
export function requestFor(
  turn: Turn,
  path: readonly Turn[],
  { isPrivate, background, instruction, answering, schema, purpose, forgotten }: RequestChoices,
): TurnRequest {
  const common = {
    model: turn.model,
    input: inputOf(turn),
    ...(isImageModel(turn.model)
      ? { responseFormat: imageResponseFormat(turn.image ?? {}) }
      : wordsFields(turn, instruction, answering)),
    ...(schema && schema.name === turn.schema && { responseFormat: jsonFormat(schema.sent) }),
    ...(purpose && { purpose }),
    ...(turn.prompt === reviewPrompt && {
      purpose: 'review' as const,
      responseFormat: jsonFormat(findingsSchema),
    }),
  };
  const history = historyOf(path);
  if (isPrivate) return { request: { ...common, store: false, history }, rebuilt: undefined };

  const base = continuationOf(path, forgotten);
  const stored: InteractionRequest = { ...common, store: true, ...(background && { background }) };
  const { previousInteractionId } = base;
  if (previousInteractionId === undefined) return { request: { ...stored, history }, rebuilt: undefined };
  return {
    request: { ...stored, history: base.history, previousInteractionId },
    rebuilt: { ...stored, history },
  };
}
