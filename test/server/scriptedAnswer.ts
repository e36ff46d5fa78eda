import type { Interactions } from '@google/genai';
import type { InteractionFault, RawEvent, WireEvent } from './wire';

/** Where a stream breaks off, and how. Without a number it does not. */
export interface Cut {
  /** Events (frames) sent whole before the cut. */
  readonly cutAfterEvents?: number;
  /** Bytes of the body sent before the cut; may fall inside a character. */
  readonly cutAfterBytes?: number;
  /** `end` closes the body in order, which clients see as success; `reset` resets the socket; `stall` goes silent. */
  readonly cutBy?: 'end' | 'reset' | 'stall';
}

/** Which request takes the answer: the next one of this kind. Default `create`. */
export type RequestKind = 'create' | 'get' | 'cancel' | 'delete' | 'models' | 'files' | 'environments' | 'stores';

/** How an answer of text or steps ends. */
interface Ending {
  /** Default: as the steps say. */
  readonly ends?: EndStatus;
  readonly usage?: Interactions.Usage;
  readonly errors?: readonly InteractionFault[];
  /** Sent along with the start, each delta and each stop of a step, as `metadata.total_usage`. */
  readonly totalUsage?: Interactions.Usage;
}

/**
 * What a test puts in place of the built-in answer. The request is still checked first: a scripted success is no excuse
 * for a misspelt field.
 */
export type ScriptedAnswer = { readonly for?: RequestKind } & (
  | ({ readonly text: string; readonly thoughts?: readonly string[] } & Ending & Cut)
  | ({ readonly steps: readonly Interactions.Step[] } & Ending & Cut)
  /** Sent byte for byte. `chunkBytes` cuts the writes where no frame ends; `frameMs` is the wait before each frame. */
  | ({ readonly sse: string; readonly chunkBytes?: number; readonly frameMs?: number } & Cut)
  | ({ readonly events: readonly (WireEvent | RawEvent)[] } & Cut)
  /** A whole HTTP answer. A string body goes as it is, anything else as JSON. */
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the request and never says a word, or nothing after the headers. Ends when the client gives up. */
  | { readonly silence: 'beforeHeaders' | 'afterHeaders' }
  /** Takes the request and resets the connection. */
  | { readonly drop: true }
);

type EndStatus = 'completed' | 'requires_action' | 'failed' | 'incomplete' | 'budget_exceeded';

/** Answers wait in line, one line for each kind of request. */
export class AnswerQueue {
  readonly #waiting: ScriptedAnswer[] = [];

  add(answer: ScriptedAnswer): void {
    this.#waiting.push(answer);
  }

  take(kind: RequestKind): ScriptedAnswer | undefined {
    const index = this.#waiting.findIndex((answer) => (answer.for ?? 'create') === kind);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }
}
