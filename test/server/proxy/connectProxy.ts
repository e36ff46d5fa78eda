import { createServer, type IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { joinEnds } from '../tls/tlsFront';

export interface ProxyOptions {
  /** The ports behind host names: the only name service there is. A host that is not here is answered with 502. */
  readonly hosts: ReadonlyMap<string, number>;
}

/** `credentials` are wanted as `name:password`; a number is the status with which everything is refused. */
type ProxyManner = 'open' | 'reset' | number | { readonly credentials: string };

interface Tunnel {
  /** Host and port, as asked for. */
  readonly target: string;
  /** What the proxy answered; undefined when it reset the connection. */
  readonly status: number | undefined;
  /** Settles when an opened tunnel is closed from either end; for any other, at once. */
  readonly closed: Promise<void>;
}

export interface ConnectProxy {
  /** Like `http://127.0.0.1:34567`. */
  readonly url: string;
  /** Every tunnel asked for, in order. */
  readonly tunnels: readonly Tunnel[];
  /** From now on treats those who want a tunnel like this. Closes the tunnels there are. */
  behave(manner: ProxyManner): void;
  close(): Promise<void>;
}

/** A proxy as companies have them, on the loopback interface. What is not for a tunnel gets its sign-in page. */
export async function startConnectProxy({ hosts }: ProxyOptions): Promise<ConnectProxy> {
  const tunnels: Tunnel[] = [];
  const sockets = new Set<Socket>();
  const hangUp = () => sockets.forEach((socket) => void socket.destroy());
  let manner: ProxyManner = 'open';
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in to the network</title>');
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });

  const log = (target: string, status: number | undefined, closed = Promise.resolve()) =>
    tunnels.push({ target, status, closed });
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    const target = request.url ?? '';
    if (manner === 'reset') {
      log(target, undefined);
      if (client instanceof Socket) client.resetAndDestroy();
      return;
    }
    const port = hosts.get(target.replace(/:\d+$/, ''));
    const status = answerTo(request.headers['proxy-authorization'], manner, port !== undefined);
    if (status !== 200 || port === undefined) {
      log(target, status);
      // Not Basic, for which a desktop VS Code would open a dialog and wait.
      const challenge = status === 407 ? 'Proxy-Authenticate: NTLM\r\n' : '';
      client.end(`HTTP/1.1 ${status} Refused\r\n${challenge}Content-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    log(target, status, new Promise((resolve) => upstream.once('close', () => resolve())));
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    joinEnds(client, upstream);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    tunnels,
    behave: (next) => {
      manner = next;
      // A client would go on by the tunnels it has.
      hangUp();
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      hangUp();
      await closed;
    },
  };
}

function answerTo(authorization: string | undefined, manner: Exclude<ProxyManner, 'reset'>, isKnown: boolean): number {
  if (typeof manner === 'number') return manner;
  if (manner !== 'open') {
    const wanted = `Basic ${Buffer.from(manner.credentials).toString('base64')}`;
    if (authorization !== wanted) return 407;
  }
  return isKnown ? 200 : 502;
}
