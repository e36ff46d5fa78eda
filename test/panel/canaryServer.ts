import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nothing may reach. It also hears of connections that carry no request. */
export class CanaryServer {
  readonly requests: string[] = [];
  private opened = 0;
  private readonly server = createServer((request, response) => {
    this.requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('globalThis.pwned?.(1)');
  });

  private constructor() {
    this.server.on('connection', () => {
      this.opened += 1;
    });
  }

  static async start(): Promise<CanaryServer> {
    const canary = new CanaryServer();
    await new Promise<void>((resolve) => canary.server.listen(0, '127.0.0.1', resolve));
    return canary;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many connections were opened. A browser may open one ahead for a page it then refuses to go to. */
  get connections(): number {
    return this.opened;
  }

  assertUnasked(): void {
    assert.deepEqual(this.requests, []);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
