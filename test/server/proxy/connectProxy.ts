import { createServer, type IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { joinEnds } from '../tls/tlsFront';

export interface ProxyOptions {
  /** The ports behind host names: the only name service there is. A host that is not here is answered with 502. */
  readonly hosts: Readonly<Record<string, number>>;
  /** `name:password` that the proxy wants. */
  readonly credentials?: string;
}

export interface Tunnel {
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
  /** 'open', 'reset', or the status with which every tunnel is refused. */
  manner: 'open' | 'reset' | number;
  close(): Promise<void>;
}

/** A proxy as companies have them, on the loopback interface. What is not for a tunnel gets its sign-in page. */
export async function startConnectProxy({ hosts, credentials }: ProxyOptions): Promise<ConnectProxy> {
  const tunnels: Tunnel[] = [];
  const sockets = new Set<Socket>();
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
    if (proxy.manner === 'reset') {
      log(target, undefined);
      if (client instanceof Socket) client.resetAndDestroy();
      return;
    }
    const port = hosts[target.replace(/:\d+$/, '')];
    const isWelcome = credentials === undefined || request.headers['proxy-authorization'] === basic(credentials);
    const status = isWelcome ? (proxy.manner === 'open' ? (port ? 200 : 502) : proxy.manner) : 407;
    if (status !== 200 || port === undefined) {
      log(target, status);
      const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="test"\r\n' : '';
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
  const proxy: ConnectProxy = {
    url: `http://127.0.0.1:${address.port}`,
    tunnels,
    manner: 'open',
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return proxy;
}

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
