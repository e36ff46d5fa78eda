import { createServer } from 'node:http';
import { Environments, type ServedEnvironment } from './environments';
import { FileStore, type StoredFile } from './fileStore';
import { HoldGate } from './holdGate';
import { InteractionStore } from './interactionStore';
import type { LiveInteraction } from './liveInteraction';
import { Exchange, type LoggedRequest } from './requestLog';
import { answer } from './router';
import { AnswerQueue, type ScriptedAnswer } from './scriptedAnswer';
import { SearchStores } from './searchStores';
import type { ServerState } from './serverState';
import { type ServiceBehaviour, usualBehaviour } from './serviceBehaviour';

export interface LocalServerOptions extends Partial<Readonly<ServiceBehaviour>> {
  /** Default: any free one. */
  readonly port?: number;
  /** The only keys accepted. Default: any that is not empty and does not begin with `bad` or `expired`. */
  readonly keys?: readonly string[];
  /** Milliseconds between streamed pieces of text. Default 0: as fast as possible. */
  readonly paceMs?: number;
  /** Milliseconds a whole research run takes. Default 300. */
  readonly researchMs?: number;
}

/** What it inherits may be set at any time and holds from the next request on. */
export interface LocalServer extends ServiceBehaviour {
  /** The origin, like `http://127.0.0.1:34567`. */
  readonly url: string;
  /** Everything the server was sent, in order of arrival. Entries fill up while they are being answered. */
  readonly requests: readonly LoggedRequest[];
  /** Streams and background runs pause after this many text or thought deltas, until `release`. */
  holdAfter(deltas: number): void;
  /** Lets everything held go on, and later streams run through. */
  release(): void;
  /** The n-th call resolves when a stream is held for the n-th time. */
  held(): Promise<void>;
  /** Resets every connection, as a network does that goes away. What runs in the background goes on. */
  breakConnections(): void;
  /** Queues an answer in place of a built-in one. */
  answerNext(answer: ScriptedAnswer): void;
  /** Drops a stored interaction, as the end of its retention would. */
  forget(id: string): void;
  /** Gives one interaction to another project, as seen by the keys of this one: it may not be touched. */
  foreign(id: string): void;
  /** The same for all that is stored, as if the next key were of another project. */
  changeOwner(): void;
  /** What was uploaded, by name. */
  files(): ReadonlyMap<string, StoredFile>;
  /** Puts a file there that was uploaded at another time. */
  putFile(file: StoredFile): void;
  /** Drops a file, as the end of its 48 hours would. */
  forgetFile(name: string): void;
  /** The sandboxes of agents, by id. */
  environments(): ReadonlyMap<string, ServedEnvironment>;
  /** Drops a sandbox, as the end of its days would. */
  forgetEnvironment(id: string): void;
  /** The File Search stores, to be looked at and filled. */
  readonly stores: SearchStores;
  /** What is stored, by id. */
  interactions(): ReadonlyMap<string, LiveInteraction>;
  /** Called with the time the first text of each stream is written: milliseconds since the epoch, with fractions. */
  onText: ((writtenAt: number, request: LoggedRequest) => void) | undefined;
  close(): Promise<void>;
}

/** Starts a server that speaks the Gemini Interactions API on the loopback interface. */
export async function startLocalServer(options: LocalServerOptions = {}): Promise<LocalServer> {
  const requests: Exchange[] = [];
  const store = new InteractionStore();
  const files = new FileStore();
  const environments = new Environments();
  const queue = new AnswerQueue();
  const gate = new HoldGate();
  const stores = new SearchStores();
  const told = { ...usualBehaviour, ...options };
  const { agentsOn, betaOnlyModels, refusesStreamFalse, requiresStore, answersAs, lateByGets } = told;
  const { processingLooks, mostStores, storesOn } = told;
  const behaviour: ServiceBehaviour = {
    agentsOn,
    betaOnlyModels,
    refusesStreamFalse,
    requiresStore,
    answersAs,
    lateByGets,
    processingLooks,
    mostStores,
    storesOn,
  };
  const state: ServerState = {
    store,
    files,
    environments,
    stores,
    queue,
    gate,
    paceMs: options.paceMs ?? 0,
    researchMs: options.researchMs ?? 300,
    keys: options.keys,
    behaviour,
    onFirstText: (exchange: Exchange) => {
      exchange.firstTextAt = performance.timeOrigin + performance.now();
      local.onText?.(exchange.firstTextAt, exchange);
    },
  };
  const server = createServer((request, response) => {
    const exchange = new Exchange(request, response);
    requests.push(exchange);
    void answer(state, exchange);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;

  // One object, so that a test changes what the routes read.
  const local: LocalServer = Object.assign(behaviour, {
    url: `http://127.0.0.1:${port}`,
    requests,
    stores,
    holdAfter: (deltas) => gate.holdAfter(deltas),
    release: () => gate.release(),
    held: () => gate.held(),
    breakConnections: () => {
      for (const request of requests) request.brokenByServer = true;
      server.closeAllConnections();
    },
    answerNext: (next) => queue.add(next),
    forget: (id) => void store.remove(id),
    files: () => files.all,
    putFile: (file) => files.put(file),
    forgetFile: (name) => files.remove(name),
    environments: () => environments.all,
    forgetEnvironment: (id) => environments.forget(id),
    interactions: () => store.all,
    foreign: (id) => store.giveAway(id),
    changeOwner: () => {
      for (const id of store.all.keys()) store.giveAway(id);
    },
    onText: undefined,
    close: async () => {
      for (const request of requests) request.brokenByServer = true;
      gate.release();
      for (const interaction of store.all.values()) interaction.cancel();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  } satisfies Omit<LocalServer, keyof ServiceBehaviour>);
  return local;
}
