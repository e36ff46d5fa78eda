import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { freePort } from '../launch/freePort';
import { until } from '../launch/until';
import { type ConnectProxy, startConnectProxy } from '../server/proxy/connectProxy';
import { PrivateAuthority } from '../server/tls/certificates';
import { startTlsFront, type TlsFront } from '../server/tls/tlsFront';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

/** Known to the proxy alone, so that nothing can reach it past the proxy. */
const host = 'interactions.test';

/**
 * VS Code puts a `fetch` of its own in the extension host, which reads the `http.*` settings at each call. What was seen
 * of it in VS Code 1.139, and shapes these tests:
 * - Addresses on this machine never go through the proxy; hence the name, and TLS in front of the local server.
 * - In the server build the extension host is a remote one. It reads the same user settings; only a proxy of the system,
 *   which is none of these tests, would be looked for elsewhere (`http.useLocalProxyConfiguration`).
 * - With `http.systemCertificates`, on by default, NODE_EXTRA_CA_CERTS does not count: it is the authorities of Node and
 *   those of the system, and no others. Tests cannot add to the system, so they turn that off.
 * - `http.proxyStrictSSL` and `http.proxyAuthorization` mean nothing to `fetch`; a name and a password in `http.proxy` do.
 * - At a 407 that offers Basic the desktop asks for a name and a password itself; the server build cannot ask.
 */
describe('the chat behind a proxy that inspects connections', () => {
  const hosts = new Map<string, number>();
  let folder: string;
  let proxy: ConnectProxy;
  let known: TlsFront;
  let product: Product;

  before(async () => {
    const company = new PrivateAuthority();
    const port = await freePort();
    folder = await mkdtemp(join(tmpdir(), 'gemini-network-'));
    const certificates = join(folder, 'company.pem');
    await writeFile(certificates, company.certificate);
    known = await startTlsFront(company.identityFor([host]), port);
    hosts.set(host, known.port);
    proxy = await startConnectProxy({ hosts });
    product = await Product.openWithKey(
      { port },
      {
        env: { NODE_EXTRA_CA_CERTS: certificates, NO_PROXY: '', no_proxy: '' },
        settings: {
          'geminiInteractions.baseUrl': `https://${host}`,
          'http.proxy': proxy.url,
          'http.systemCertificates': false,
        },
      },
    );
  });
  after(async () => {
    await product?.close();
    await proxy?.close();
    await known?.close();
    await rm(folder, { recursive: true, force: true });
  });
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.server.release());

  const tunnels = () => proxy.tunnels.filter(({ target }) => target === `${host}:443`);

  it('streams an answer through a tunnel of the proxy', async () => {
    product.server.holdAfter(3);
    const answer = await ask(product, 'My name is Ada.');
    await product.server.held();
    await answer.locator('.segment > *').filter({ visible: true }).first().waitFor();
    await product.stopButton.waitFor();
    product.server.release();
    await product.answered();

    assert.ok(tunnels().length > 0);
    assert.equal(known.connections.length, tunnels().length);
    assert.deepEqual([...new Set(known.connections.map(({ serverName }) => serverName))], [host]);
  });

  it('closes the tunnel when it is stopped in the middle of an answer', async () => {
    product.server.holdAfter(3);
    const answer = await ask(product, 'Write a long essay');
    await product.server.held();
    await answer.locator('.segment > *').filter({ visible: true }).first().waitFor();

    await product.page.keyboard.press('Escape');

    await product.answered();
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    await tunnels().at(-1)?.closed;
  });

  it('says that the proxy wants a name and a password, and takes them from the setting it names', async () => {
    proxy.behave({ credentials: 'ada:secret' });

    assert.match(await refusal(product), /proxy requires a user name and password.*http\.proxy/);
    assert.equal(tunnels().at(-1)?.status, 407);

    await configure(product, 'http.proxy', proxy.url.replace('//', '//ada:secret@'));
    await answered(product);
    await configure(product, 'http.proxy', proxy.url);
  });

  it('says that Gemini cannot be reached when the proxy cannot reach it', async () => {
    proxy.behave(502);

    assert.match(await refusal(product), /could not be reached, and nothing was sent/);
  });

  it('sends nothing over a certificate that is not known', async () => {
    const { port } = new URL(product.server.url);
    const stranger = await startTlsFront(new PrivateAuthority().identityFor([host]), Number(port));
    hosts.set(host, stranger.port);
    proxy.behave('open');
    try {
      assert.match(await refusal(product), /certificate isn’t trusted/);
      assert.equal(stranger.connections.length, 0);
    } finally {
      hosts.set(host, known.port);
      await stranger.close();
    }
  });

  it('uses the proxy no longer when VS Code is told so, and uses it again', async () => {
    proxy.behave('open');
    const before = tunnels().length;
    await configure(product, 'http.proxySupport', 'off');

    assert.match(await refusal(product), /could not be reached, and nothing was sent/);
    assert.equal(tunnels().length, before);

    await configure(product, 'http.proxySupport', 'override');
    await answered(product);
  });

  it('goes no other way when the proxy is gone', async () => {
    const before = known.connections.length;
    await proxy.close();

    assert.match(await refusal(product), /could not be reached, and nothing was sent/);
    assert.equal(known.connections.length, before);
  });
});

/** Asks, and gives the answer to this question, which may not have begun. */
async function ask(product: Product, question: string): Promise<Locator> {
  const answers = product.panel.getByRole('article', { name: /^Gemini/ });
  const next = answers.nth(await answers.count());
  await product.ask(question);
  await next.waitFor();
  return next;
}

/** Asks what will be answered. */
async function answered(product: Product): Promise<void> {
  const answer = await ask(product, 'What is my name?');
  await answer.locator('.segment > *').filter({ visible: true }).first().waitFor();
  await product.answered();
  assert.equal(await answer.getByRole('alert').count(), 0);
}

/** Asks what will not be answered, and gives what the turn says instead. Nothing may have come to the server. */
async function refusal(product: Product): Promise<string> {
  const before = product.server.requests.length;
  const answer = await ask(product, 'Is anybody there?');
  const alert = answer.getByRole('alert');
  await alert.waitFor();
  await product.answered();
  assert.equal(product.server.requests.length, before);
  return (await alert.textContent()) ?? '';
}

/** Changes a setting of the user; settles when the extension host knows it. */
async function configure(product: Product, key: string, value: string): Promise<void> {
  const { vscode } = product.session;
  await vscode.updateConfiguration(key, value);
  await until(`${key} to change`, async () => (await vscode.getConfiguration(key)) === value);
}
