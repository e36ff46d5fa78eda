import assert from 'node:assert/strict';
import type { BrowserContext, ConsoleMessage, Locator, Page, Request } from 'playwright-core';
import type { TurnView } from '../../src/protocol/chat';
import { isMoment, type ToHost, type ToPanel } from '../../src/protocol/messages';
import { until } from '../launch/until';
import { addressOf, fileAt, origin } from './panelFiles';
import type { ThemeName } from './themes';
import { ready, type Surroundings, stateOf } from './turns';

const patienceMs = 15_000;
/** This many frames without a change, and the page has nothing more to show. */
const quietFrames = 3;

/** Stands in for VS Code: keeps what the panel says, and counts what the policy had to stop. */
const fakeApi = `
  window.parent = window;
  // A page that is only loaded again finds its state, and one that another test had does not.
  if (window === top && performance.getEntriesByType('navigation')[0].type === 'navigate') sessionStorage.clear();
  // Of bytes tests want to know how many there are, and bring few to the page.
  window.withoutBytes = (_key, value) => (value instanceof Uint8Array ? { byteLength: value.byteLength } : value);
  window.withBytes = (fact) => (fact.bytes ? { ...fact, bytes: Uint8Array.from(Object.values(fact.bytes)) } : fact);
  window.hostSide = { messages: [], violations: [], state: undefined, acquired: 0 };
  document.addEventListener('securitypolicyviolation', (event) =>
    hostSide.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  window.acquireVsCodeApi = () => {
    hostSide.acquired += 1;
    return {
      postMessage: (message) => hostSide.messages.push(JSON.parse(JSON.stringify(message, withoutBytes))),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => {
        const text = JSON.stringify(state);
        // What stands in for VS Code's memory holds only so much.
        if (text.length < 1_000_000) sessionStorage.setItem('state', text);
        else hostSide.longState = text;
      },
    };
  };`;

/** Counts the work that `frameScheduler.ts` and `idleQueue.ts` have put off: until a frame, a rest or an idle moment. */
const countedWaits = `
  window.waits = { text: 0, idle: 0 };
  const kinds = { text: /\\.(onFrame|endRest)\\(/, idle: /\\.(work|resume)\\(/ };
  const counted = (begin) => (task, ...rest) => {
    const kind = Object.keys(kinds).find((one) => kinds[one].test(String(task)));
    if (!kind) return begin(task, ...rest);
    waits[kind] += 1;
    return begin((...values) => { waits[kind] -= 1; return task(...values); }, ...rest);
  };
  window.requestIdleCallback = counted(window.requestIdleCallback.bind(window));
  window.requestAnimationFrame = counted(window.requestAnimationFrame.bind(window));
  window.setTimeout = counted(window.setTimeout.bind(window));`;

/** How many files the page has asked for, and of how many it has the end. */
interface Loads {
  begun: number;
  ended: number;
}

type WithoutRevision<T> = T extends unknown ? Omit<T, 'revision'> : never;
export type Fact = WithoutRevision<ToPanel>;

/** The built panel in a real browser, with the test as its host. */
export class PanelPage {
  private revision = 0;
  /** What the test does to the page outlasts the panel: no other panel may open in it. */
  isForOneTest = false;

  private constructor(
    readonly page: Page,
    private readonly foreignRequests: string[],
    private readonly errors: string[],
    private readonly loads: Loads,
    /** Nothing that the page does later is noticed. */
    readonly stopListening: () => void,
  ) {}

  /** In a browser that knows no server of the panel. */
  static async open(context: BrowserContext, theme: ThemeName, hasKey = false): Promise<PanelPage> {
    const page = await PanelPage.blank(context);
    await page.route('**', async (route) => {
      const address = new URL(route.request().url());
      if (address.origin !== origin) return route.abort();
      return route.fulfill((await fileAt(address)) ?? { status: 204 });
    });
    return PanelPage.openIn(page, theme, hasKey);
  }

  /** A page in which panels can be opened, one after the other. */
  static async blank(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    // Not of the page, as in VS Code: the policy does not hold for it.
    await page.addInitScript({ content: `${fakeApi}\n(() => {${countedWaits}\n})();` });
    return page;
  }

  static async openIn(page: Page, theme: ThemeName, hasKey = false): Promise<PanelPage> {
    const foreignRequests: string[] = [];
    const errors: string[] = [];
    const loads: Loads = { begun: 0, ended: 0 };
    const begun = new WeakSet<Request>();
    const onError = (error: Error) => errors.push(error.message);
    const onConsole = (message: ConsoleMessage) => message.type() === 'error' && errors.push(message.text());
    const onRequest = (request: Request) => {
      begun.add(request);
      loads.begun += 1;
      const address = request.url();
      if (!address.startsWith(`${origin}/`) && !/^(data:image\/|blob:)/.test(address)) foreignRequests.push(address);
    };
    const onEnd = (request: Request) => {
      // What the panel before it had begun to load may end now.
      if (begun.has(request)) loads.ended += 1;
    };
    page.on('pageerror', onError).on('console', onConsole).on('request', onRequest);
    page.on('requestfinished', onEnd).on('requestfailed', onEnd);
    const stopListening = () => {
      page.off('pageerror', onError).off('console', onConsole).off('request', onRequest);
      page.off('requestfinished', onEnd).off('requestfailed', onEnd);
    };
    const panel = new PanelPage(page, foreignRequests, errors, loads, stopListening);
    await page.goto(addressOf(theme, hasKey));
    return panel;
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message Gemini' });
  }

  get conversation(): Locator {
    return this.page.getByRole('region', { name: 'Conversation' });
  }

  get articles(): Locator {
    return this.conversation.getByRole('article');
  }

  /** Where the ends of answers are told. */
  get status(): Locator {
    return this.page.getByRole('status').and(this.page.locator('.visually-hidden'));
  }

  /** Where it is told what is wrong with the chat; empty while nothing is. */
  get banner(): Locator {
    return this.page.getByRole('status').and(this.page.locator(':not(.visually-hidden)'));
  }

  get privateSwitch(): Locator {
    return this.page.getByRole('switch', { name: 'Don’t Store at Google', exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** From now on the test moves the clock of the page. It is never given back. */
  async stopClock(): Promise<void> {
    this.isForOneTest = true;
    await this.page.clock.install();
    await this.page.clock.pauseAt(Date.now() + 60_000);
  }

  /** What a screen reader adds to the name of a control: why it cannot be used, for one. */
  async descriptionOf(role: string, name: string): Promise<string | undefined> {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.find((one) => one.role?.value === role && one.name?.value === name);
    assert.ok(node, `no ${role} is named ${name}`);
    await session.detach();
    return node.description?.value;
  }

  /** Sends facts to the panel, numbered as the host numbers them. They are applied when this returns. */
  async tell(...facts: readonly Fact[]): Promise<void> {
    const numbered = facts.map((fact) => this.number(fact));
    await this.page.evaluate(`for (const data of ${JSON.stringify(numbered)}) ${dispatched('withBytes(data)')}`);
    if (facts.some(({ type }) => type === 'partGrew')) await this.rest();
  }

  /** The same in rounds, with a frame between any two of them. */
  async tellInFrames(rounds: readonly (readonly Fact[])[]): Promise<void> {
    const numbered = rounds.map((facts) => facts.map((fact) => this.number(fact)));
    await this.page.evaluate(`(async () => {
      for (const facts of ${JSON.stringify(numbered)}) {
        for (const data of facts) ${dispatched('data')};
        await new Promise(requestAnimationFrame);
      }
    })()`);
    await this.rest();
  }

  /**
   * Text that grows is read in a frame, and the less often the more it costs. Ends when none waits, nothing is loaded, and
   * nothing changes, for some frames; with `idle`, also what is built in idle moments.
   */
  async rest(kind: 'text' | 'idle' = 'text'): Promise<void> {
    for (;;) {
      const before = this.loads.begun;
      await this.quiet(kind);
      if (this.loads.begun === before && this.loads.ended === before) return;
      // What draws formulas or colours code comes with the first of them, and does its work then.
      await until('what the page loads', () => this.loads.ended >= this.loads.begun, { everyMs: 5 });
    }
  }

  private async quiet(kind: 'text' | 'idle'): Promise<void> {
    await this.page.evaluate(`new Promise((done) => {
      let quiet = 0;
      const observer = new MutationObserver(() => { quiet = 0; });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      requestAnimationFrame(function next() {
        quiet = waits.text + (${kind === 'idle'} ? waits.idle : 0) > 0 ? 0 : quiet + 1;
        if (quiet < ${quietFrames}) requestAnimationFrame(next);
        else { observer.disconnect(); done(); }
      });
    })`);
  }

  /** Brings a fact into the page, to be told later without the time that takes. */
  async prepare(fact: Fact): Promise<() => Promise<void>> {
    await this.page.evaluate(`window.preparedFact = ${JSON.stringify(this.number(fact))}`);
    return () => this.page.evaluate(dispatched('window.preparedFact'));
  }

  /** As if a fact had got lost on the way. */
  loseFact(): void {
    this.revision += 1;
  }

  snapshot(turns: readonly TurnView[] = [], surroundings: Surroundings = ready, chatId = 'chat'): Promise<void> {
    return this.tell({ type: 'snapshot', chatId, turns, state: stateOf(surroundings) });
  }

  private number(fact: Fact): unknown {
    if (!isMoment(fact)) this.revision += 1;
    return { ...fact, revision: this.revision };
  }

  /** Waits frame by frame. Playwright's own way of waiting needs `eval`, which the policy forbids. */
  async until(condition: string): Promise<void> {
    const isMet = await this.page.evaluate(`new Promise((done) => {
      const end = performance.now() + ${patienceMs};
      (function check() {
        if (${condition}) done(true);
        else if (performance.now() > end) done(false);
        else requestAnimationFrame(check);
      })();
    })`);
    assert.ok(isMet, `never came true: ${condition}`);
  }

  /** What the panel asked for. Where the keyboard is, what is read and what is typed it tells besides, when it changes. */
  async posted(): Promise<readonly ToHost[]> {
    const besides: readonly string[] = ['focusChanged', 'placeChanged', 'draftChanged'];
    return (await this.allPosted()).filter(({ type }) => !besides.includes(type));
  }

  private allPosted(): Promise<readonly ToHost[]> {
    return this.page.evaluate<readonly ToHost[]>('hostSide.messages');
  }

  async postedOf<T extends ToHost['type']>(type: T): Promise<readonly Extract<ToHost, { type: T }>[]> {
    const messages = await this.allPosted();
    return messages.filter((message): message is Extract<ToHost, { type: T }> => message.type === type);
  }

  /** What must hold at the end of every test: the policy stopped nothing, because nothing was tried. */
  async assertClean(): Promise<void> {
    assert.deepEqual(await this.page.evaluate('hostSide.violations'), []);
    assert.deepEqual(this.foreignRequests, []);
    assert.deepEqual(this.errors, []);
    // The body itself carries the colours of the theme.
    assert.deepEqual(await this.page.locator('body [style]').evaluateAll((all) => all.map((e) => e.outerHTML)), []);
    assert.equal(await this.page.evaluate('hostSide.acquired'), 1);
  }
}

/** As VS Code's own page around the panel hands it on: from a source that the panel has no way to know. */
function dispatched(data: string): string {
  const init = `{ data: ${data}, source: new MessageChannel().port1, origin: window.origin }`;
  return `window.dispatchEvent(new MessageEvent('message', ${init}))`;
}
