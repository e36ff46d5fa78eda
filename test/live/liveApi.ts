import type { Clock } from '../../src/core/base/clock';
import { Failure } from '../../src/core/base/failure';
import { textField } from '../../src/core/base/json';
import { answerWithin } from '../../src/core/interactions/deadline';
import { failureFromThrown } from '../../src/gemini/failures';
import { type Answered, readAnswered } from './answered';
import { type Call, headersOf, isCreate } from './calls';
import { Created } from './created';
import { Redactor } from './redact';
import { type OnEvent, Streamed } from './streamed';

export interface LiveApiOptions {
  /** The only origin that is ever contacted. */
  readonly origin: string;
  readonly key: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface StreamOptions {
  readonly deadlineMs?: number;
  readonly onEvent?: OnEvent;
}

/** The service asks to wait, for longer than we do or once too often. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';

  constructor(readonly answered: Answered) {
    super(answered.words);
  }
}

type Named = ReturnType<Created['expect']>;

/** A request without an answer by then is given up. Milliseconds. */
const answerMs = 120_000;
/** Longer waits than this are not waited out. Milliseconds. */
const longestWait = 60_000;
const mostTries = 3;

/** The service over plain HTTP, so that what is seen is the service and not the SDK. */
export class LiveApi {
  /** How often the service refused because of a limit. */
  rateLimits = 0;

  constructor(
    private readonly options: LiveApiOptions,
    readonly redactor: Redactor = new Redactor(options.key),
    readonly created: Created = new Created(),
  ) {}

  /** One request and its whole answer. Rejects with the Failure `timedOut`, with RateLimited, or as the network fails. */
  send(call: Call, deadlineMs = answerMs): Promise<Answered> {
    return this.retryWhileBusy(async () => {
      this.options.signal.throwIfAborted();
      const named = this.expectIfStored(call);
      const answered = await this.within(deadlineMs, named, (own) => this.answer(call, own));
      if (answered === 'late') throw new Failure('timedOut');
      named(textField(answered.body, 'id'), call.body?.background === true);
      if (call.method === 'DELETE' && !answered.failure) this.created.deleted(call.path);
      return answered;
    });
  }

  /** One request and its answer while it streams; `Answered` when it is refused. What has come by the deadline counts. */
  stream(call: Call, { deadlineMs = answerMs, onEvent = () => undefined }: StreamOptions = {}) {
    return this.retryWhileBusy(async (): Promise<Streamed | Answered> => {
      this.options.signal.throwIfAborted();
      const streamed = new Streamed(this.options.clock);
      const named = this.expectIfStored(call);
      const take: OnEvent = (seen) => {
        this.redactor.learn(seen.wire);
        const { event } = seen;
        if (event.type === 'created') named(event.interaction.id, call.body?.background === true);
        return onEvent(seen);
      };
      const result = await this.within(deadlineMs, named, async (own) => {
        const response = await this.open(call, own);
        const isStream = (response.headers.get('content-type') ?? '').includes('text/event-stream');
        if (response.ok && isStream) return streamed.read(response, take, own);
        const answered = readAnswered(call, response, await response.text(), 0, this.redactor);
        named(undefined, false);
        return answered;
      });
      return typeof result === 'object' ? result : streamed;
    });
  }

  wait(ms: number): Promise<void> {
    return this.options.clock.wait(ms, this.options.signal).then(() => this.options.signal.throwIfAborted());
  }

  now(): number {
    return this.options.clock.now();
  }

  /** The same service and memory for the work after a walk that was broken off. */
  withSignal(signal: AbortSignal): LiveApi {
    return new LiveApi({ ...this.options, signal }, this.redactor, this.created);
  }

  private async answer(call: Call, own: AbortSignal): Promise<Answered> {
    const began = this.now();
    const response = await this.open(call, own);
    const text = await response.text();
    return readAnswered(call, response, text, this.now() - began, this.redactor);
  }

  private open(call: Call, signal: AbortSignal): Promise<Response> {
    const { origin, key } = this.options;
    const url = new URL(call.path, origin);
    if (url.origin !== origin) throw new Failure('invalidRequest', { code: 'foreign_origin', notSent: true });
    this.redactor.learn(call.body ?? {});
    const body = call.bytes ?? (call.body && JSON.stringify(call.body));
    const headers = { ...headersOf(call), 'x-goog-api-key': call.key ?? key };
    return fetch(url, { method: call.method, headers, redirect: 'error', signal, ...(body !== undefined && { body }) });
  }

  private async within<T>(ms: number, named: Named, call: (own: AbortSignal) => Promise<T>): Promise<T | 'late'> {
    const { clock, signal } = this.options;
    try {
      return await answerWithin(ms, clock, signal, call);
    } catch (error) {
      if (failureFromThrown(error)?.notSent) named(undefined, false);
      throw error;
    }
  }

  private expectIfStored(call: Call): Named {
    return isCreate(call) && call.body?.store !== false ? this.created.expect() : () => undefined;
  }

  private async retryWhileBusy<T extends Streamed | Answered>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const result = await attempt();
      if (!('failure' in result) || result.status !== 429) return result;
      this.rateLimits += 1;
      const ms = result.failure?.retryAfterMs;
      if (ms === undefined || ms > longestWait || tries === mostTries) throw new RateLimited(result);
      await this.wait(ms);
    }
  }
}
