import type { Frame } from 'playwright-core';
import type { ToHost, ToPanel } from '../../src/protocol/messages';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import type { Product } from './product';

/** Sends what the panel would send: for what no button says yet, and for what only a panel gone bad says. */
export async function sendAsPanel(product: Product, request: ToHost): Promise<void> {
  const outer = await outerFrame(product);
  await outer.evaluate(
    (message) => Reflect.get(globalThis, '__vscode_post_message__')('onmessage', { message }),
    request,
  );
}

/** What the host says to the panel next that is of this kind, after the panel has sent the request. */
export async function factAfter<Type extends ToPanel['type']>(
  product: Product,
  request: ToHost,
  type: Type,
): Promise<Extract<ToPanel, { type: Type }>> {
  const [inner] = (await outerFrame(product)).childFrames();
  if (!inner) throw new Error('The panel has no page');
  const heard = await inner.evaluateHandle((wanted) => {
    const page: { addEventListener: PageListening; removeEventListener: PageListening } = Object(globalThis);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const listen = ({ data }: { readonly data?: { readonly type?: unknown } }) => {
      if (data?.type !== wanted) return;
      page.removeEventListener('message', listen);
      resolve(data);
    };
    page.addEventListener('message', listen);
    // In an object, or the handle would wait for it.
    return { promise };
  }, type);
  await sendAsPanel(product, request);
  // Ours, from our own host: what it says is what the protocol says.
  return heard.evaluate(({ promise }) => promise) as Promise<Extract<ToPanel, { type: Type }>>;
}

/**
 * Waits until the panel has given VS Code a state with this text to keep for after a reload. It does so when the person
 * pauses, so begin with this before what it keeps, and wait for what comes back after it.
 */
export async function stateKept(product: Product, text: string): Promise<() => Promise<void>> {
  const kept = await (await outerFrame(product)).evaluateHandle((wanted) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ports: { postMessage: (message: { channel?: unknown; data?: unknown }, ...rest: unknown[]) => void } =
      Object(globalThis).MessagePort.prototype;
    const { postMessage } = ports;
    ports.postMessage = function (message, ...rest) {
      if (message?.channel === 'do-update-state' && String(message.data).includes(wanted)) {
        ports.postMessage = postMessage;
        resolve();
      }
      postMessage.call(this, message, ...rest);
    };
    // In an object, or the handle would wait for it.
    return { promise };
  }, text);
  return () => kept.evaluate(({ promise }) => promise);
}

/** The functions of the page, which the types of Node do not know. */
type PageListening = (
  type: 'message',
  listen: (event: { readonly data?: { readonly type?: unknown } }) => void,
) => void;

async function outerFrame(product: Product): Promise<Frame> {
  return until('the frame of the panel', () =>
    product.page.frames().find((frame) => frame.url().includes(`extensionId=${EXTENSION_ID}`)),
  );
}
