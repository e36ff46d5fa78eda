import type { GoogleGenAI, Interactions as Sdk } from '@google/genai/web';
import { Failure } from '../core/base/failure';
import { isJsonObject, type JsonObject } from '../core/base/json';
import type { Interaction, InteractionEvent, RememberedInteraction } from '../core/interactions/events';
import {
  type AgentRequest,
  detach,
  type InteractionRequest,
  type Interactions,
  type ModelInfo,
} from '../core/interactions/port';
import type { RawInteractions } from '../core/interactions/rawPort';
import type { HeadersOf } from '../core/interactions/serverHeaders';
import { ApiVersions } from './apiVersions';
import { type Connection, withSdk } from './connection';
import { readEvent, readInteraction, readRemembered } from './events';
import { readModel } from './models';
import { type AskParams, bodyAsParams, toAgentParams, toBody, toParams } from './request';

/** How long the connection of a stopped question stays open to learn the id for the cancel. Milliseconds. */
const longestWaitForId = 5_000;
/** Listing stops here: a service that pages for ever must not keep the window waiting. */
const mostModels = 1_000;

/**
 * The port over the official SDK. `connection` rejects with a Failure when there is no key. `headersOf`: what remote MCP
 * servers are called with. It is added here, at the last place before the wire, so that no code above it has the token.
 */
export function interactionsOver(
  connection: () => Promise<Connection>,
  headersOf?: HeadersOf,
): Interactions & RawInteractions {
  return new SdkInteractions(connection, headersOf);
}

class SdkInteractions implements Interactions, RawInteractions {
  private readonly versions = new ApiVersions();

  constructor(
    private readonly connection: () => Promise<Connection>,
    private readonly headersOf?: HeadersOf,
  ) {}

  ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    return this.send(toParams(request), signal);
  }

  askBody(body: JsonObject, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    return this.send(bodyAsParams(body), signal);
  }

  bodyOf(request: InteractionRequest): JsonObject {
    return toBody(request);
  }

  versionOf(model: string): string {
    return this.versions.of(nameOfModel(model));
  }

  private send(params: AskParams, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    if (params.background) return this.askInBackground(params, signal);
    return this.stream(nameOfAsked(params), signal, async (sdk, options) =>
      sdk.interactions.create(await this.authorized(params), options),
    );
  }

  /**
   * The service works on after the connection is closed, so closing it is not enough to stop: a cancel must follow, and
   * needs the id. Until the id has come, the socket stays open beyond an abort.
   */
  private async *askInBackground(params: AskParams, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const wire = new AbortController();
    let wasSent = false;
    let id = '';
    const events = this.stream(nameOfAsked(params), wire.signal, async (sdk, options) => {
      const authorized = await this.authorized(params);
      signal.throwIfAborted();
      wasSent = true;
      return sdk.interactions.create(authorized, options);
    })[Symbol.asyncIterator]();

    const aborted = new Promise<undefined>((resolve) => {
      const stop = () => {
        if (wasSent && !id && signal.reason !== detach) void this.cancelOnceKnown(events, wire);
        else wire.abort();
        resolve(undefined);
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
    for (;;) {
      // The race also takes care of a rejection that comes after the abort.
      const result = await Promise.race([events.next(), aborted]);
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
      // The turn has ended for the user, and without an id there is nothing to cancel.
    } finally {
      clearTimeout(late);
      wire.abort();
    }
  }

  follow(id: string, lastEventId: string | undefined, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const params = { stream: true, ...(lastEventId !== undefined && { last_event_id: lastEventId }) } as const;
    return this.stream(nameOfStored(id), signal, (sdk, options) => sdk.interactions.get(id, params, options));
  }

  async startAgent(request: AgentRequest, signal: AbortSignal): Promise<Interaction> {
    const name = nameOfAgent(request.agent);
    const started = await this.call(name, signal, readInteraction, async (sdk, options) =>
      sdk.interactions.create(await this.authorized(toAgentParams(request)), options),
    );
    this.versions.remember(nameOfStored(started.id), this.versions.of(name));
    return started;
  }

  get(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(nameOfStored(id), signal, readInteraction, (sdk, options) =>
      sdk.interactions.get(id, {}, options),
    );
  }

  getWithInput(id: string, signal: AbortSignal): Promise<RememberedInteraction> {
    return this.call(nameOfStored(id), signal, readRemembered, (sdk, options) =>
      sdk.interactions.get(id, { include_input: true }, options),
    );
  }

  cancel(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.call(nameOfStored(id), signal, readInteraction, (sdk, options) =>
      sdk.interactions.cancel(id, {}, options),
    );
  }

  async delete(id: string, signal: AbortSignal): Promise<void> {
    await this.run(nameOfStored(id), signal, async (sdk) => void (await sdk.interactions.delete(id, {}, once)));
  }

  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    return withSdk(this.connection, 'v1', signal, async (sdk) => {
      const models: ModelInfo[] = [];
      for await (const model of await sdk.models.list({ config: { pageSize: 200 } })) {
        models.push(readModel(model));
        if (models.length >= mostModels) break;
      }
      return models;
    });
  }

  private async authorized<T extends { readonly tools?: Sdk.Tool[] | undefined }>(params: T): Promise<T> {
    const { headersOf } = this;
    const { tools } = params;
    // In a body that a person wrote, it may be anything.
    if (!headersOf || !Array.isArray(tools) || !tools.some((tool) => tool?.type === 'mcp_server')) return params;
    const { withHeaders } = await import('./serverHeaders');
    return { ...params, tools: await withHeaders(tools, headersOf) };
  }

  private call<T>(
    name: string,
    signal: AbortSignal,
    read: (wire: JsonObject) => T,
    make: (sdk: GoogleGenAI, options: typeof once) => Promise<unknown>,
  ): Promise<T> {
    return this.run(name, signal, async (sdk) => {
      const answer = await make(sdk, once);
      if (!isJsonObject(answer)) throw new Failure('malformedAnswer');
      return read(answer);
    });
  }

  private async *stream(
    name: string,
    signal: AbortSignal,
    make: (sdk: GoogleGenAI, options: typeof once) => Promise<unknown>,
  ): AsyncIterable<InteractionEvent> {
    try {
      const events = await this.run(name, signal, (sdk) => make(sdk, once));
      if (!isAsyncIterable(events)) throw new Failure('foreignAnswer');
      yield { type: 'connected' };
      for await (const event of events) {
        if (signal.aborted) return;
        const read = readEvent(event);
        if (read.type === 'created') this.versions.remember(nameOfStored(read.interaction.id), this.versions.of(name));
        yield read;
      }
    } catch (error) {
      if (signal.aborted) return;
      const { failureFromThrown } = await import('./failures');
      if (signal.aborted) return;
      throw failureFromThrown(error) ?? error;
    }
  }

  /** Runs one call about a model, an agent or an interaction, on the version of the API that has it. */
  private run<T>(name: string, signal: AbortSignal, run: (sdk: GoogleGenAI) => Promise<T>): Promise<T> {
    return this.versions.run(name, (version) => withSdk(this.connection, version, signal, run));
  }
}

const nameOfModel = (model: string) => `model ${model}`;
const nameOfAgent = (agent: string) => `agent ${agent}`;
const nameOfAsked = (params: AskParams) => ('agent' in params ? nameOfAgent(params.agent) : nameOfModel(params.model));
const nameOfStored = (id: string) => `interaction ${id}`;

/** The SDK's own retries would repeat requests that may already be billed, and cannot be stopped while they wait. */
const once = { retries: { strategy: 'none' } } as const;

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
