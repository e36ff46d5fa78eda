import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { panelDocument } from '../../src/host/panel/panelDocument';
import { budget } from '../budget';
import { until } from '../launch/until';
import { CanaryServer } from './canaryServer';
import { departure, departures, intruder } from './intruder';
import { useBrowser } from './usePanels';

/** As in VS Code, a place that a browser takes for safe. */
const origin = 'http://panel.localhost';
const place = {
  language: 'en',
  cspSource: origin,
  scriptAddress: `${origin}/panel.js`,
  styleAddress: `${origin}/panel.css`,
  fontAddress: `${origin}/panel.css`,
};

/** The page that VS Code has around the panel is part of the protection. */
const around = `<!DOCTYPE html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src 'self'; style-src 'unsafe-inline'">
<iframe sandbox="allow-same-origin allow-pointer-lock allow-scripts allow-downloads" src="${origin}/panel"></iframe>`;

const refusal = /Refused|Blocked|Unsafe|violates|not have permission/;

describe('The policy of the panel, against a script that is already inside', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  let canary: CanaryServer;
  let pages: Page[] = [];

  beforeEach(async () => {
    canary = await CanaryServer.start();
  });
  afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    await canary.stop();
  });

  /** The script has the nonce of the page, which nobody outside knows: the policy has to hold even so. */
  async function open(script: string, isProtected = true): Promise<{ readonly page: Page; readonly said: string[] }> {
    const page = await (await browser().newContext()).newPage();
    pages.push(page);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const html = panelDocument(place, undefined);
    const nonce = /<script nonce="([^"]*)"/.exec(html)?.[1];
    const broken = html.replace('</body>', `<script nonce="${nonce}" src="/intruder.js"></script></body>`);
    const panel = isProtected ? broken : broken.replace(/<meta http-equiv[^>]*>/g, '');
    const files: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', isProtected ? around : '<iframe src="/panel"></iframe>'],
      '/panel': ['text/html', panel],
      '/intruder.js': ['text/javascript', script],
    };
    await page.route(`${origin}/**`, (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return route.fulfill(file ? { contentType: file[0], body: file[1] } : { status: 204 });
    });
    await page.goto(`${origin}/`);
    return { page, said };
  }

  async function outcomesIn(page: Page): Promise<Readonly<Record<string, string>>> {
    const frame = panelIn(page);
    await frame.evaluate(`new Promise((done) => (function check() {
      if (globalThis.isDone) done();
      else setTimeout(check, 20);
    })())`);
    assert.equal(panelIn(page), frame);
    return frame.evaluate<Readonly<Record<string, string>>>('globalThis.outcomes');
  }

  function panelIn(page: Page): Frame {
    const frame = page.mainFrame().childFrames()[0];
    assert.ok(frame);
    return frame;
  }

  it('refuses every way in and out', async () => {
    const { page } = await open(intruder(canary.address, 2_000));

    const outcomes = await outcomesIn(page);

    console.log(`      ${Object.keys(outcomes).length} ways`);
    assert.deepEqual(
      Object.entries(outcomes).filter(([, outcome]) => outcome === 'got through'),
      [],
    );
    assert.equal(await panelIn(page).evaluate('globalThis.pwnedTimes'), 0);
    canary.assertUnasked();
  });

  for (const [name, code] of Object.entries(departures)) {
    it(`cannot be left: ${name}`, async () => {
      const { page, said } = await open(departure(canary.address, code));

      await until(`a refusal of ${name}`, () =>
        said.some((text) => refusal.test(text) && text.includes(canary.address)),
      );

      canary.assertUnasked();
      assert.equal(page.url(), `${origin}/`);
      assert.equal(page.context().pages().length, 1);
    });
  }

  it('is what refuses them: without it the same script gets through', async () => {
    const { page } = await open(intruder(canary.address, budget(150, 50)), false);

    const outcomes = await outcomesIn(page);

    const through = Object.values(outcomes).filter((outcome) => outcome === 'got through').length;
    const heard = new Set(canary.requests).size;
    console.log(`      ${through} got through, ${heard} addresses were asked for`);
    assert.ok(through >= 20 && heard >= 15, JSON.stringify({ outcomes, requests: canary.requests }, undefined, 2));
    assert.ok((await panelIn(page).evaluate<number>('globalThis.pwnedTimes')) >= 8);
  });
});
