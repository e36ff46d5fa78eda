import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { ProbeRequestName, ProbeRequests, ProbeResponse } from './probeProtocol';
import { until } from './until';

type Remote<T> = T extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;

/** The requests of the probe, to be awaited. */
export type ProbeClient = { readonly [K in ProbeRequestName]: Remote<ProbeRequests[K]> } & {
  /** Settles at once while a probe is connected, else when the next one is: after a reload or a restart. */
  reconnected(): Promise<void>;
};

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/** A request that never settles would use up the time of its test, and nobody would know which one it was. */
const answerMs = 100_000;

function late(id: number, said: string): ProbeResponse {
  return { id, error: `VS Code gave no answer for ${answerMs / 1000} s to ${said.slice(0, 200)}` };
}

/** The end of the probe's connection that lies in the test process. It stays while extension hosts come and go. */
export class ProbeListener {
  readonly client: ProbeClient;
  readonly #server = createServer((socket) => this.#accept(socket));
  #current: { readonly socket: Socket; readonly pid: number } | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor() {
    const requests = new Map<PropertyKey, unknown>([['reconnected', () => this.#connected()]]);
    // Every name is a request, save `then`: with it the client itself would pass for a promise.
    this.client = new Proxy({} as ProbeClient, {
      get: (_target, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined;
        return requests.get(name) ?? ((...args: unknown[]) => this.#request(name, args));
      },
    });
  }

  /** The port to give to the probe. */
  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The probe has no port to come to');
    return address.port;
  }

  /** The extension host that speaks now. */
  get pid(): number | undefined {
    return this.#current?.pid;
  }

  /** Waits for the extension host that follows the one with this pid. */
  async follows(pid: number | undefined, timeoutMs = 60_000): Promise<void> {
    await until('the next extension host', () => this.pid !== undefined && this.pid !== pid, { timeoutMs });
  }

  /** Hangs up on the probe, and on the launcher, which takes that for its end. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  async #connected(): Promise<void> {
    await until('the probe in the extension host', () => this.#current !== undefined, { timeoutMs: 75_000 });
  }

  async #request(name: string, args: readonly unknown[]): Promise<unknown> {
    await this.#connected();
    const id = ++this.#lastId;
    const said = JSON.stringify({ id, name, args });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, timer: setTimeout(() => this.#settle(late(id, said)), answerMs) });
      this.#current?.socket.write(`${said}\n`);
    });
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    const lines = createInterface(socket);
    // It tells of the errors of its socket once more.
    lines.on('error', () => undefined);
    lines.once('line', (hello) => {
      const { pid }: { pid: number } = JSON.parse(hello);
      this.#rejectAll('Another extension host has taken over');
      this.#current = { socket, pid };
      lines.on('line', (line) => this.#settle(JSON.parse(line)));
    });
    socket.once('close', () => {
      this.#sockets.delete(socket);
      if (this.#current?.socket !== socket) return;
      this.#current = undefined;
      this.#rejectAll('The extension host has gone');
    });
  }

  #settle(response: ProbeResponse): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    clearTimeout(waiting?.timer);
    if ('error' in response) waiting?.reject(new Error(response.error));
    else waiting?.resolve(response.result);
  }

  #rejectAll(reason: string): void {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new Error(reason));
    }
    this.#waiting.clear();
  }
}
