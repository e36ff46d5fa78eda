import { openVsCode, type SessionOptions, type VsCodeSession } from './session';

/**
 * One VS Code for all tests of the `describe` it is called in, opened before and closed after them. Each failure leaves
 * a picture of the screen. The options may be a function, for what is known only when the tests have begun.
 */
export function useVsCode(
  options: SessionOptions | (() => SessionOptions | Promise<SessionOptions>) = {},
): () => VsCodeSession {
  let session: VsCodeSession | undefined;
  before('open VS Code', async () => {
    session = await openVsCode(typeof options === 'function' ? await options() : options);
  });
  afterEach('keep a picture of a failure', async function () {
    if (this.currentTest?.state !== 'failed') return;
    const path = await session?.screenshot(this.currentTest.fullTitle()).catch(() => undefined);
    if (path !== undefined) console.log(`      the screen: ${path}`);
  });
  after('close VS Code', async () => {
    await session?.close();
    session = undefined;
  });
  return () => {
    if (session === undefined) throw new Error('VS Code is open only while tests run');
    return session;
  };
}
