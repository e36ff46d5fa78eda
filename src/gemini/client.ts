import type { GoogleGenAI } from '@google/genai/web';
import { Failure } from '../core/failure';
import type { Interaction, InteractionEvent, RememberedInteraction } from '../core/interactions/events';
import {
  type AgentRequest,
  type InteractionRequest,
  type Interactions,
  leaving,
  type ModelInfo,
} from '../core/interactions/port';
import { isJsonObject, type JsonObject } from '../core/json';
import { readEvent, readInteraction, readRemembered } from './events';
import { failureFromThrown } from './failures';
import { readModel } from './models';
import { nextHop, toAgentParams, toModelParams } from './request';
import { loadSdk } from './sdk';
import { transport } from './transport';

/** Where requests go and with which key. Read anew for each call, so that a changed key counts at once. */
export interface Connection {
  readonly origin: string;
  readonly key: string;
}

/** An event may hold a whole image in base64. Bytes. */
const maxEventBytes = 32 * 1024 * 1024;
/** Beyond this an answer is no answer any more: each hop may be 65,536 tokens long. */
const mostHops = 64;
/** How long a stopped question's connection stays open to learn the id it can be cancelled by. Milliseconds. */
const longestWaitForId = 5_000;
/** Listing stops here: a service that pages for ever must not hold the window. */
const mostModels = 1_000;

/** The port over the official SDK. `connection` rejects with a Failure when there is no key. */
export function interactionsOver(connection: () => Promise<Connection>): Interactions {
  return new SdkInteractions(connection);
}

class SdkInteractions implements Interactions {
  constructor(private readonly connection: () => Promise<Connection>) {}

  ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    return request.background ? this.askInBackground(request, signal) : this.askInHops(request, signal);
  }

  /**
   * The service works on after the connection is closed, so closing it is not enough to stop: whoever stops must cancel,
   * and needs the id for that. Until it has come the socket stays open beyond an abort.
   */
  private async *askInBackground(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const wire = new AbortController();
    let wasSent = false;
    let id = '';
    const events = this.stream(wire.signal, (sdk, options) => {
      signal.throwIfAborted();
      wasSent = true;
      // The service joins the hops of a long answer by itself here.
      return sdk.interactions.create(toModelParams(request), options);
    })[Symbol.asyncIterator]();

    const aborted = new Promise<undefined>((resolve) => {
      const stop = () => {
        if (wasSent && !id && signal.reason !== leaving) void this.cancelOnceKnown(events, wire);
        else wire.abort();
        resolve(undefined);
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
    for (;;) {
      const next = events.next();
      // When the wait is given up, nobody is left to hear how the stream ends.
      next.catch(() => undefined);
      const result = await Promise.race([next, aborted]);
      if (!result || result.done || signal.aborted) return;
      if (result.value.type === 'created') id = result.value.interaction.id;
      yield result.value;
    }
  }

  private async cancelOnceKnown(events: AsyncIterator<InteractionEvent>, wire: AbortController): Promise<void> {
    const late = setTimeout(() => wire.abort(), longestWaitForId);
    try {
      for (let next = await events.next(); !next.done; next = await events.next()) {
        const id = next.value.type === 'created' && next.value.interaction.id;
        if (!id) continue;
        wire.abort();
        await this.cancel(id, new AbortController().signal);
        return;
      }
    } catch {
      // Stopped is stopped: nobody is left to tell, and without an id there is nothing more to be done.
    } finally {
      clearTimeout(late);
      wire.abort();
    }
  }

  /**
   * A long answer comes in hops, each asked for with the token of the one before. They are asked for here and not by the
   * SDK, which repeats a hop up to three times by itself although each is billed.
   */
  private async *askInHops(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    let params: ReturnType<typeof toModelParams> | undefined = toModelParams(request);
    for (let hop = 0; params && hop < mostHops; hop += 1) {
      const asked: ReturnType<typeof toModelParams> = params;
      params = undefined;
      const body = { ...asked, automatic_continuation: false };
      for await (const event of this.stream(signal, (sdk, options) => sdk.interactions.create(body, options))) {
        yield event;
        if (event.type === 'completed') params = nextHop(asked, event.interaction);
      }
    }
  }

  follow(id: string, lastEventId: string | undefined, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const params = { stream: true, ...(lastEventId !== undefined && { last_event_id: lastEventId }) } as const;
    return this.stream(signal, (sdk, options) => sdk.interactions.get(id, params, options));
  }

  startAgent(request: AgentRequest, signal: AbortSignal): Promise<Interaction> {
    return this.call(signal, readInteraction, (sdk, options) =>
      sdk.interactions.create(toAgentParams(request), options),
    );
  }

  get(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(signal, readInteraction, (sdk, options) => sdk.interactions.get(id, {}, options));
  }

  getWithInput(id: string, signal: AbortSignal): Promise<RememberedInteraction> {
    return this.call(signal, readRemembered, (sdk, options) =>
      sdk.interactions.get(id, { include_input: true }, options),
    );
  }

  cancel(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(signal, readInteraction, (sdk, options) => sdk.interactions.cancel(id, {}, options));
  }

  async delete(id: string, signal: AbortSignal): Promise<void> {
    await this.guarded(signal, async (sdk) => void (await sdk.interactions.delete(id, {}, once)));
  }

  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    return this.guarded(signal, async (sdk) => {
      const models: ModelInfo[] = [];
      for await (const model of await sdk.models.list({ config: { pageSize: 200 } })) {
        models.push(readModel(model));
        if (models.length >= mostModels) break;
      }
      return models;
    });
  }

  private call<T>(
    signal: AbortSignal,
    read: (wire: JsonObject) => T,
    make: (sdk: GoogleGenAI, options: typeof once) => Promise<unknown>,
  ): Promise<T> {
    return this.guarded(signal, async (sdk) => {
      const answer = await make(sdk, once);
      if (!isJsonObject(answer)) throw new Failure('malformedAnswer');
      return read(answer);
    });
  }

  private async *stream(
    signal: AbortSignal,
    make: (sdk: GoogleGenAI, options: typeof once) => Promise<unknown>,
  ): AsyncIterable<InteractionEvent> {
    try {
      const events = await this.guarded(signal, (sdk) => make(sdk, once));
      if (!isAsyncIterable(events)) throw new Failure('foreignAnswer');
      yield { type: 'connected' };
      for await (const event of events) {
        if (signal.aborted) return;
        yield readEvent(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      throw failureFromThrown(error) ?? error;
    }
  }

  /** Runs one call with a client of its own: the transport is bound to the call's signal and key. */
  private async guarded<T>(signal: AbortSignal, run: (sdk: GoogleGenAI) => Promise<T>): Promise<T> {
    const { origin, key } = await this.connection();
    const { GoogleGenAI } = await loadSdk();
    signal.throwIfAborted();
    // Every value is explicit, because the SDK reads some from environment variables meant for other tools. The key
    // stands in the transport only.
    const sdk = new GoogleGenAI({
      apiKey: 'held-by-the-transport',
      vertexai: false,
      apiVersion: 'v1',
      httpOptions: { baseUrl: origin, fetch: transport({ origin, key, signal, maxEventBytes }) },
    });
    try {
      return await abortable(run(sdk), signal);
    } catch (error) {
      signal.throwIfAborted();
      throw failureFromThrown(error) ?? error;
    }
  }
}

/** The SDK's own retries would repeat requests that may already be billed, and cannot be stopped while they wait. */
const once = { retries: { strategy: 'none' } } as const;

/** Rejects as soon as the signal aborts, whatever the SDK still waits for. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
