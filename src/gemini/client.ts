import type { GoogleGenAI } from '@google/genai/web';
import { Failure } from '../core/failure';
import type { Interaction, InteractionEvent } from '../core/interactions/events';
import type { AgentRequest, InteractionRequest, Interactions, ModelInfo } from '../core/interactions/port';
import { isJsonObject } from '../core/json';
import { readEvent, readInteraction } from './events';
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
/** Listing stops here: a service that pages for ever must not hold the window. */
const mostModels = 1_000;

/** The port over the official SDK. `connection` rejects with a Failure when there is no key. */
export function interactionsOver(connection: () => Promise<Connection>): Interactions {
  return new SdkInteractions(connection);
}

class SdkInteractions implements Interactions {
  constructor(private readonly connection: () => Promise<Connection>) {}

  /**
   * A long answer comes in hops, each asked for with the token of the one before. They are asked for here and not by the
   * SDK, which repeats a hop up to three times by itself although each is billed.
   */
  async *ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
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
    return this.call(signal, (sdk, options) => sdk.interactions.create(toAgentParams(request), options));
  }

  get(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(signal, (sdk, options) => sdk.interactions.get(id, {}, options));
  }

  cancel(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(signal, (sdk, options) => sdk.interactions.cancel(id, {}, options));
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

  private call(
    signal: AbortSignal,
    make: (sdk: GoogleGenAI, options: typeof once) => Promise<unknown>,
  ): Promise<Interaction> {
    return this.guarded(signal, async (sdk) => {
      const answer = await make(sdk, once);
      if (!isJsonObject(answer)) throw new Failure('malformedAnswer');
      return readInteraction(answer);
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
