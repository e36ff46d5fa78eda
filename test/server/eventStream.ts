import type { HoldGate } from './holdGate';
import { isCountedDelta } from './holdGate';
import type { Exchange } from './requestLog';
import type { Cut } from './scriptedAnswer';
import { isRecord } from './wire';

/** The body of one streamed answer, with the break a test asked for. */
export class EventStream {
  #events = 0;
  #bytes = 0;
  #deltas = 0;
  #open = true;
  readonly #hold: ReturnType<HoldGate['counter']> | undefined;

  constructor(
    readonly exchange: Exchange,
    readonly cut: Cut,
    /** Set for text that no run produces; runs are held where they produce it. */
    gate: HoldGate | undefined,
    readonly onFirstText: (exchange: Exchange) => void,
    readonly chunkBytes?: number,
  ) {
    this.#hold = gate?.counter();
    exchange.status = 200;
    exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    exchange.response.flushHeaders();
  }

  /** False once nothing more can be sent. */
  async write(frame: string, event: unknown): Promise<boolean> {
    if (this.#events === 0) await this.#hold?.at(0, this.exchange.gone);
    if (!this.#open || this.exchange.gone.aborted) return false;
    const counted = isCountedDelta(event);
    if (this.exchange.firstTextAt === undefined && isText(event)) this.onFirstText(this.exchange);
    const { cutAfterBytes = Number.POSITIVE_INFINITY, cutAfterEvents = Number.POSITIVE_INFINITY } = this.cut;
    if (this.#events >= cutAfterEvents) return this.#break();
    const bytes = Buffer.from(frame, 'utf8').subarray(0, Math.max(0, cutAfterBytes - this.#bytes));
    await this.#send(bytes);
    this.#events++;
    if (this.#bytes >= cutAfterBytes || this.#events >= cutAfterEvents) return this.#break();
    if (counted) await this.#hold?.at(++this.#deltas, this.exchange.gone);
    return !this.exchange.gone.aborted;
  }

  end(): void {
    if (this.#open) this.exchange.response.end();
  }

  async #send(bytes: Buffer): Promise<void> {
    const { response, gone } = this.exchange;
    const size = this.chunkBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length && !gone.aborted; at += size) {
      const piece = bytes.subarray(at, at + size);
      this.#bytes += piece.length;
      // Waiting for each write keeps chunks apart on the wire and a fast server from filling the memory.
      await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    }
  }

  async #break(): Promise<false> {
    this.#open = false;
    const { cutBy = 'end' } = this.cut;
    if (cutBy === 'end') {
      this.exchange.brokenByServer = true;
      this.exchange.response.end();
    } else if (cutBy === 'reset') this.exchange.reset();
    else await this.exchange.ended;
    return false;
  }
}

/** Text travels in deltas, and now and then in the start of its step. */
function isText(event: unknown): boolean {
  if (!isRecord(event)) return false;
  if (isRecord(event.delta)) return event.delta.type === 'text';
  return isRecord(event.step) && event.step.type === 'model_output' && Array.isArray(event.step.content);
}
