import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileAt, origin } from './panelFiles';

/**
 * Has the files of the panel for the browser of all tests. Answers that Playwright gives in the place of a server go through two
 * more processes, and are read and compiled by every page again, since nothing is cached then.
 */
export class PanelServer {
  private constructor(private readonly server: Server) {}

  static async start(): Promise<PanelServer> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PanelServer(server);
  }

  /** What a browser needs to find it. */
  get flags(): readonly string[] {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The panel has no server');
    const ours = `MAP ${new URL(origin).host}:80 127.0.0.1:${address.port}`;
    // What a page asks others for fails the test. It must not leave the machine even then.
    return [`--host-resolver-rules=${ours}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`, '--no-proxy-server'];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const answer: RequestListener = async (request, response) => {
  const address = new URL(request.url ?? '/', origin);
  const file = await fileAt(address).catch(() => null);
  if (!file) {
    response.writeHead(file === null ? 404 : 204).end();
    return;
  }
  // The page is another one each time. Its files stay what they are while the tests run.
  const caching = address.pathname === '/' ? 'no-store' : 'max-age=86400, immutable';
  response.writeHead(200, { 'content-type': file.contentType, 'cache-control': caching }).end(file.body);
};
