import type { Environments } from './environments';
import type { FileStore } from './fileStore';
import type { HoldGate } from './holdGate';
import type { InteractionStore } from './interactionStore';
import type { Exchange } from './requestLog';
import type { AnswerQueue } from './scriptedAnswer';
import type { SearchStores } from './searchStores';
import type { ServiceBehaviour } from './serviceBehaviour';
import type { ApiVersion } from './wire';

/** What the routes share. */
export interface ServerState {
  readonly store: InteractionStore;
  readonly files: FileStore;
  readonly environments: Environments;
  readonly stores: SearchStores;
  readonly queue: AnswerQueue;
  readonly gate: HoldGate;
  readonly paceMs: number;
  readonly researchMs: number;
  /** The only keys accepted, if there are any. */
  readonly keys: readonly string[] | undefined;
  readonly behaviour: Readonly<ServiceBehaviour>;
  readonly onFirstText: (exchange: Exchange) => void;
}

/** One request as its route gets it. */
export interface Call {
  readonly state: ServerState;
  readonly exchange: Exchange;
  readonly version: ApiVersion;
  /** From the path; empty where the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
}
