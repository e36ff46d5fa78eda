import { connect, createServer, type Socket } from 'node:net';
import { type Duplex, duplexPair } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { Identity } from './certificates';

export interface TlsFront {
  readonly port: number;
  /** TLS connections that were made whole, with the server name each asked for. */
  readonly connections: readonly { readonly serverName: string }[];
  /** Breaks every open connection: by a record no key has made, at which TLS gives up, by a reset, or by a mere end. */
  breakBy(how: 'badRecord' | 'reset' | 'end'): void;
  close(): Promise<void>;
}

/** Speaks TLS on the loopback interface and passes what it deciphers on to a plain server there. */
export async function startTlsFront(identity: Identity, plainPort: number): Promise<TlsFront> {
  const connections: { serverName: string }[] = [];
  const open = new Set<Socket>();
  const tls = createTlsServer({ cert: identity.certificate, key: identity.key }, (client) => {
    connections.push({ serverName: client.servername || '' });
    joinEnds(client, connect(plainPort, '127.0.0.1'));
  });
  // Who does not trust us hangs up in the handshake, which is what half of the tests are about.
  tls.on('tlsClientError', () => undefined);

  const listener = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // TLS reads and writes a pair of streams, so that `breakBy` can still write to the socket itself.
    const [inside, outside] = duplexPair();
    joinEnds(socket, inside);
    tls.emit('connection', outside);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The front has no port');

  return {
    port: address.port,
    connections,
    breakBy: (how) => {
      for (const socket of open) {
        if (how === 'reset') socket.resetAndDestroy();
        else if (how === 'end') socket.end();
        else socket.write(Buffer.from([0x17, 0x03, 0x03, 0x00, 0x20, ...new Array<number>(0x20).fill(0)]));
      }
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Passes bytes both ways, and the end of either side on to the other. */
export function joinEnds(one: Duplex, other: Duplex): void {
  one.pipe(other);
  other.pipe(one);
  for (const [end, opposite] of [
    [one, other],
    [other, one],
  ] as const) {
    end.on('error', () => opposite.destroy());
    end.once('close', () => opposite.destroy());
  }
}
