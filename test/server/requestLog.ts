import type { IncomingMessage, ServerResponse } from 'node:http';

export type Ending = 'finished' | 'closedByClient';

export interface LoggedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON sent; undefined when there was none or it could not be parsed. */
  readonly body: unknown;
  /** Body bytes received. */
  readonly bytes: number;
  /** HTTP status answered; undefined until the headers are out. */
  readonly status: number | undefined;
  /** The client closed the socket before the answer ended. */
  readonly closedByClient: boolean;
  /** When its headers were read: milliseconds since the epoch, with fractions. */
  readonly receivedAt: number;
  /** When the first text of the answer was written: milliseconds since the epoch, with fractions. */
  readonly firstTextAt: number | undefined;
  readonly ended: Promise<Ending>;
}

/** The server's own, writable view of one request. */
export class Exchange implements LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ended: Promise<Ending>;
  /** Aborted when the client goes away. */
  readonly gone: AbortSignal;
  body: unknown;
  /** The bytes themselves: pieces of files are no text. */
  rawBody: Buffer = Buffer.alloc(0);
  bytes = 0;
  status: number | undefined;
  closedByClient = false;
  readonly receivedAt = performance.timeOrigin + performance.now();
  firstTextAt: number | undefined;
  /** Set before the server itself breaks the connection, so that the break is not laid at the client's door. */
  brokenByServer = false;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {
    this.method = request.method ?? '';
    this.path = request.url ?? '';
    this.headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const gone = new AbortController();
    this.gone = gone.signal;
    this.ended = new Promise((resolve) => {
      response.once('close', () => {
        this.closedByClient = !response.writableFinished && !this.brokenByServer;
        gone.abort();
        resolve(this.closedByClient ? 'closedByClient' : 'finished');
      });
    });
  }

  async readBody(): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.request) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      this.bytes += bytes.length;
    }
    this.rawBody = Buffer.concat(chunks);
    return this.rawBody.toString('utf8');
  }

  json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.send(status, typeof body === 'string' ? body : JSON.stringify(body ?? {}), headers);
  }

  send(status: number, body: string, headers: Readonly<Record<string, string>>): void {
    this.status = status;
    this.response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
    this.response.end(body);
  }

  reset(): void {
    this.brokenByServer = true;
    const { socket } = this.response;
    if (socket && 'resetAndDestroy' in socket) socket.resetAndDestroy();
    else this.response.destroy();
  }
}
