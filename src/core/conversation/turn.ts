import type { AnswerPart } from '../../parts/answerPart';
import type { FailureReason } from '../base/failure';
import type { JsonObject } from '../base/json';
import type { MediaType } from '../interactions/content';
import type { UploadedFile } from '../interactions/fileUploads';
import type { ImageFormat } from '../interactions/imageFormat';
import type { Usage } from '../interactions/usage';

/** What goes along with a prompt. It holds what is sent, so that an old question can be sent again as it was. */
export type Attachment = CodeAttachment | FileAttachment | MediaAttachment | UploadAttachment | UrlAttachment;

/** A text file, with the way back to it. */
interface FileAttachment {
  readonly kind: 'file';
  readonly id: string;
  /** Document URI as text. */
  readonly uri: string;
  /** The path as people read it, relative to the workspace. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** Where an agent finds it below the root of its sandbox. Absent: it is read with the question. */
  readonly sandboxPath?: string;
}

/** Some lines of a text file. */
export interface CodeAttachment extends Omit<FileAttachment, 'kind' | 'sandboxPath'> {
  readonly kind: 'code';
  /** First and last line, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
}

/** A picture, a recording or a document that is no text. */
export interface MediaAttachment {
  readonly kind: 'media';
  readonly id: string;
  /** For people, such as the name of the file. */
  readonly name: string;
  readonly media: MediaType;
  readonly mimeType: string;
  /** Base64. */
  readonly data: string;
  /** URI of the file as text; absent where there is none, as of a picture that was pasted. */
  readonly uri?: string;
  /** About how many tokens it takes. Absent: not known. */
  readonly tokens?: number;
  /** A small JPEG of it, in base64. Absent: it has no picture, or none was made yet. */
  readonly thumbnail?: string;
}

/** A file too large for a request: it lies at Google for two days. */
export interface UploadAttachment extends Omit<MediaAttachment, 'kind' | 'data'> {
  readonly kind: 'upload';
  /** Bytes. */
  readonly size: number;
  readonly remote: UploadedFile;
}

/** A web page. */
interface UrlAttachment {
  readonly kind: 'url';
  readonly id: string;
  readonly url: string;
  /** Set for a Git repository: the folder below the root of its sandbox where an agent finds it. */
  readonly sandboxPath?: string;
}

/** `waiting`: nothing has arrived. `interrupted`: the window went away while it was being answered. */
type TurnStatus = 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** What ended a turn early or unwell. Only codes, never the service's sentence: it may quote the prompt. */
export interface TurnFailure {
  readonly reason: FailureReason;
  readonly code?: string;
  readonly status?: number;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Why and for how many milliseconds the same is asked again later. */
export interface WantedWait {
  readonly reason: FailureReason;
  readonly ms: number;
}

/** A wait that has begun. */
export interface TurnWait {
  readonly reason: FailureReason;
  /** When it ends, on the clock of `performance.now()`. */
  readonly endsAt: number;
}

/** How long an answer took, in milliseconds. */
export interface AnswerTimes {
  /** From the question to the end, waits between tries among it. Absent while the answer goes on. */
  readonly total?: number;
  /** From the question to the first that is seen of its answer. Absent: not known. */
  readonly first?: number;
  /** Each stretch of thinking, in their order. */
  readonly thoughts: readonly number[];
}

/**
 * A question and its answer: one node of the conversation's tree. Children of the same parent are branches. This is also
 * what storage keeps, so it is plain JSON.
 */
export interface Turn {
  readonly id: string;
  readonly parentId: string | undefined;
  /** Milliseconds since 1970. For people to read; order comes from the tree. */
  readonly createdAt: number;
  readonly prompt: string;
  readonly attachments: readonly Attachment[];
  /** The model that answers. Of a turn that an agent answers: the model that it runs on if that is known, else empty. */
  readonly model: string;
  /** The agent that answers in place of a model. Undefined: a model answers. */
  readonly agent?: string | undefined;
  /** The model that was chosen and has retired, where the user is told of it here: `model` was asked in its place. */
  readonly replaces?: string | undefined;
  /** How the picture is to be that was asked for. Absent: as the service chooses, or none was asked for. */
  readonly image?: ImageFormat | undefined;
  /** The model that answered, by the service's word, where that is not the one that was asked. */
  readonly answeredBy?: string | undefined;
  /** The sandbox at Google that its agent works in. Undefined: a model answers, or it is not known. */
  readonly environmentId?: string | undefined;
  readonly status: TurnStatus;
  /** Set once the service has stored the answer; a later turn may continue from it only when `status` is `done`. */
  readonly interactionId: string | undefined;
  /** The answer as the service wrote it, step by step in wire form. */
  readonly steps: readonly JsonObject[];
  /** The answer as people see it. Read from the steps, and never kept. */
  readonly parts: readonly AnswerPart[];
  readonly usage: Usage | undefined;
  /** It cost more than the 20 answers before it together. */
  readonly isCostly?: boolean | undefined;
  /** Undefined: not known. */
  readonly times?: AnswerTimes | undefined;
  readonly failure: TurnFailure | undefined;
  /** Set only while the turn waits; never kept. */
  readonly wait?: TurnWait | undefined;
  /** The connection broke and the answer is looked for at the service. Never kept. */
  readonly isResuming?: boolean | undefined;
  /** It was stopped here, and the service has not confirmed yet that it stopped, too. Never kept. */
  readonly isCancelling?: boolean | undefined;
  /** Events of types this version does not know, which were skipped. For the log alone; never kept. */
  readonly skippedEvents?: number | undefined;
  /** The service had forgotten the earlier turns and was given all of them again. */
  readonly isRebuilt?: boolean | undefined;
  /** Hidden characters that were taken out of the prompt before it was sent. */
  readonly removedCharacters?: number | undefined;
  /** The files with rules that the question took along, by their paths. Absent: none. */
  readonly rulesFiles?: readonly string[] | undefined;
  /** The name of the schema that the answer is to fit. Absent: the answer is words. */
  readonly schema?: string | undefined;
  /**
   * How an answer that ended well by the protocol still fell short: the service's status word. Of a stopped answer:
   * `cancelUnconfirmed`, when the service never said that it stopped, too.
   */
  readonly endedAs: string | undefined;
}

/** What the user asks. */
export type Question = Pick<Turn, 'prompt' | 'attachments' | 'removedCharacters' | 'image'>;

/** A question before anything came of it. */
export function newTurn(
  { prompt, attachments, removedCharacters, image }: Question,
  place: Pick<Turn, 'id' | 'parentId' | 'createdAt' | 'model' | 'agent' | 'rulesFiles' | 'schema' | 'replaces'>,
): Turn {
  return {
    ...place,
    prompt,
    attachments,
    removedCharacters,
    ...(image && { image }),
    status: 'waiting',
    interactionId: undefined,
    steps: [],
    parts: [],
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  };
}

/** The name of what answers a turn: an agent or a model. Empty: it is not known. */
export function answererOf({ agent, model, answeredBy }: Pick<Turn, 'agent' | 'model' | 'answeredBy'>): string {
  return agent ?? answeredBy ?? model;
}

export function isRunning(turn: Turn): boolean {
  return turn.status === 'waiting' || turn.status === 'streaming';
}
