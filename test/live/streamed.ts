import type { Clock } from '../../src/core/base/clock';
import { isJsonObject, type JsonObject } from '../../src/core/base/json';
import { Answer } from '../../src/core/conversation/answer';
import type { InteractionEvent } from '../../src/core/interactions/events';
import { readEvent } from '../../src/gemini/events';
import { doneMark, FrameReader, jsonOrText } from './frames';

export interface StreamedEvent {
  /** As it stood on the wire; empty for a frame that is no JSON object. */
  readonly wire: JsonObject;
  /** What the product reads in it. */
  readonly event: InteractionEvent;
}

/** `left`: we closed it. `end`: it closed without the service's own mark. */
export type StreamEnd = '[DONE]' | 'end' | 'deadline' | 'broken' | 'left';

/** Called with each event. True closes the stream. */
export type OnEvent = (event: StreamedEvent) => boolean | undefined;

/** An answer while it streams: reads it as the product does, and keeps what a probe may look at. */
export class Streamed {
  readonly events: StreamedEvent[] = [];
  readonly answer = new Answer();
  ended: StreamEnd = 'deadline';
  /** Milliseconds since the request was sent. */
  headersMs = 0;
  firstEventMs: number | undefined;
  firstTextMs: number | undefined;
  totalMs = 0;
  private readonly began: number;

  constructor(private readonly clock: Clock) {
    this.began = clock.now();
  }

  /** Reads to the end, which it notes. Rejects only when the signal aborts. */
  async read(response: Response, onEvent: OnEvent, signal: AbortSignal): Promise<void> {
    this.headersMs = this.passed();
    const reader = response.body?.getReader();
    if (!reader) return this.end('end');
    const stop = () => void reader.cancel().catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const how = await this.readFrames(reader, onEvent).catch(() => 'broken' as const);
      // An abort ends the reading as well, and says nothing of the stream.
      if (!signal.aborted) this.end(how);
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
    signal.throwIfAborted();
  }

  private async readFrames(reader: ReadableStreamDefaultReader<Uint8Array>, onEvent: OnEvent): Promise<StreamEnd> {
    const decoder = new TextDecoder();
    const frames = new FrameReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'end';
      for (const data of frames.add(decoder.decode(value, { stream: true }))) {
        if (data === doneMark) return '[DONE]';
        if (this.take(jsonOrText(data), onEvent)) return 'left';
      }
    }
  }

  private take(value: unknown, onEvent: OnEvent): boolean {
    const event = readEvent(value);
    const seen = { wire: isJsonObject(value) ? value : {}, event };
    this.firstEventMs ??= this.passed();
    this.events.push(seen);
    this.answer.apply(event);
    if (this.answer.textLength > 0) this.firstTextMs ??= this.passed();
    return onEvent(seen) === true;
  }

  private end(how: StreamEnd): void {
    this.ended = how;
    this.totalMs = this.passed();
  }

  private passed(): number {
    return Math.round(this.clock.now() - this.began);
  }
}
