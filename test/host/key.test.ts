import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, Product } from './product';

const baseUrl = 'geminiInteractions.baseUrl';

describe('the address of the service in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await Product.open();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  const setKey = () => product.session.runCommand('Gemini: Set API Key…');
  const keyBox = () => product.page.getByText('Kept in your system’s secret storage');

  it('is asked about once before a key or a question goes to another host than Google’s', async () => {
    const { host } = new URL(product.server.url);
    await setKey();
    await product.dialog.getByText(`Send your questions and API key to ${host}?`).waitFor();
    await product.button('Cancel').click();
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(await keyBox().count(), 0);
    assert.equal(product.server.requests.length, 0);

    await setKey();
    await product.button(`Use ${host}`).click();
    await keyBox().waitFor();
    await product.page.keyboard.press('Escape');

    await setKey();
    await keyBox().waitFor();
    assert.equal(await product.dialog.count(), 0);
    await product.page.keyboard.press('Escape');
  });

  it('is refused unless it is https or this machine, and nothing but a host', async () => {
    const forms = [
      ['http://gemini.example', 'is not secure'],
      ['https://ada@gemini.example', 'holds a user name'],
      ['https://gemini.example/v1', 'has more than a host'],
      ['gemini', 'is not an address'],
    ] as const;
    for (const [address, words] of forms) {
      await product.session.vscode.updateConfiguration(baseUrl, address);
      await setKey();
      await product.notification(words).waitFor();
      await product.clearNotifications();
    }
    assert.equal(await product.dialog.count(), 0);
  });

  it('is shown in ASCII, so that letters that only look alike are seen', async () => {
    await product.session.vscode.updateConfiguration(baseUrl, 'https://gооgle.example');
    await product.statusItem.getByText('xn--').waitFor();

    await setKey();
    await product.dialog.getByText('Send your questions and API key to xn--').waitFor();
    await product.button('Cancel').click();

    await product.session.vscode.updateConfiguration(baseUrl, product.server.url);
    assert.equal(product.server.requests.length, 0);
  });

  it('has a key of its own, and says when the saved one can no longer be read', async function () {
    await product.setKey(canaryKey);
    // The desktop keeps it in the system's keyring; a window in the browser forgets it with its page.
    if (product.session.kind === 'desktop') this.skip();

    await product.session.reload();

    await product.page.getByRole('button', { name: /Gemini.*could not be read/ }).waitFor();
    await product.session.runCommand('Gemini: Check Connection');
    await product.notification('could not be read').waitFor();
    await product.setKey(canaryKey);
    await product.page.getByRole('button', { name: /Gemini.*ready/ }).waitFor();

    await product.session.runCommand('Gemini: Remove API Key');
    await product.button('Remove').click();
    await product.page.getByRole('button', { name: /Gemini.*No API key yet/ }).waitFor();
  });
});

describe('a key in GEMINI_API_KEY', () => {
  const key = 'AIzaSyENVIRONMENT0000000000000000000000';
  // Stands between here and Google, and lets nothing through.
  const asked: string[] = [];
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      asked.push(data.toString('latin1'));
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const proxyAddress = () => {
    const address = proxy.address();
    assert.ok(typeof address === 'object' && address);
    return address;
  };
  let product: Product;
  before(async () => {
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const settings = { [baseUrl]: '', 'http.proxy': `http://ada:secret@127.0.0.1:${proxyAddress().port}` };
    product = await Product.open({}, { settings, env: { GEMINI_API_KEY: key } });
  });
  after(async () => {
    await product?.close();
    proxy.close();
  });
  keepPicturesOfFailures(() => product);

  it('is offered by name, and used and sent nowhere unless it is chosen', async () => {
    await product.page.getByRole('button', { name: /Gemini.*No API key yet/ }).waitFor();
    await product.session.runCommand('Gemini: Set API Key…');
    const offer = product.page.locator('.quick-input-list').getByText('Use the key in GEMINI_API_KEY');
    await offer.waitFor();
    assert.equal((await product.page.content()).includes(key), false);
    assert.equal(about(asked), 0);

    await product.page.locator('.quick-input-list').getByText('Enter another key').click();
    await product.page.getByText('Kept in your system’s secret storage').waitFor();
    await product.page.keyboard.press('Escape');
    assert.equal(about(asked), 0);

    await product.session.runCommand('Gemini: Set API Key…');
    await offer.click();
    await until('the key to be tried out at Google', () => about(asked) > 0);
    await product.panel.getByRole('button', { name: 'Save Anyway' }).click();
    await product.page.getByRole('button', { name: /Gemini.*ready/ }).waitFor();

    await product.session.runCommand('Gemini: Set API Key…');
    await product.page.getByText('Kept in your system’s secret storage').waitFor();
    await product.page.keyboard.press('Escape');
    assert.equal(asked.join().includes(key), false);
  });

  it('is checked on its way, which Check Connection tells in words', async () => {
    await product.clearNotifications();
    await product.session.runCommand('Gemini: Check Connection');
    await product.button('Show Details').click();

    const { port } = proxyAddress();
    await product.dialog.getByText(`through the proxy 127.0.0.1:${port} of the setting http.proxy`).waitFor();
    await product.dialog.getByText('saved').waitFor();
    await product.button('Copy').click();
    await until('the details', async () => {
      const copied = await product.session.vscode.readClipboard();
      return copied.includes('Certificates:') && !copied.includes(key) && !copied.includes('secret');
    });
  });
});

/** How often the service was asked for; VS Code itself may ask for other hosts. */
function about(asked: readonly string[]): number {
  return asked.filter((head) => head.includes('generativelanguage.googleapis.com')).length;
}
