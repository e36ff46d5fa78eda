import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { UsageEntry } from '../../src/core/usage/usageEntry';
import { usageReport } from '../../src/core/usage/usageReport';
import { type ShownUsage, type UsageWords, usageDocument } from '../../src/host/usage/usageDocument';
import { everyday } from '../budget';
import { axeFaults, prepareAxe } from './axe';
import { type ThemeName, themeCss, themes } from './themes';
import { useBrowser } from './usePanels';

const origin = 'http://usage.test';
const now = new Date(2026, 10, 29, 12).getTime();
const words: UsageWords = {
  title: 'Usage and Cost',
  about: 'About.',
  prices: 'Prices at Google',
  spend: 'Spending and Caps at Google',
  settings: 'Set a Budget',
  refresh: 'Refresh',
  none: 'Nothing has been used yet.',
  budget: (used, budget, share) => `${used} of ${budget}, ${share} %`,
  totals: 'Totals',
  period: 'Period',
  chat: 'This chat',
  today: 'Today',
  month: 'This month',
  byDay: 'By day',
  day: 'Day',
  byModel: 'By model',
  model: 'Model',
  byCommand: 'By command',
  command: 'Command',
  requests: 'Requests',
  input: 'Input',
  cached: 'Cached',
  thoughts: 'Thoughts',
  output: 'Output',
  tools: 'Tools',
  searches: 'Searches',
  cost: 'Cost, about',
  unpriced: (count) => `${count} without a price`,
  unknownModel: 'Not known',
  dayName: (day) => day,
  purposeName: (purpose) => purpose,
};

const entry = (daysAgo: number, more: Partial<UsageEntry> = {}): UsageEntry => ({
  at: now - daysAgo * 24 * 3_600_000,
  model: 'gemini-3.8-flash',
  purpose: 'chat',
  usage: { input: 1_200, output: 300, thought: 80, toolUse: 5, cached: 100, total: 1_585, grounding: { a: 2 } },
  dollars: 0.0021,
  mark: '',
  ...more,
});
const report = usageReport(
  [
    entry(20),
    entry(3, { purpose: 'commit', model: 'gemini-3.5-flash-lite', dollars: 0.0004 }),
    entry(0, { model: '<img src=x onerror=alert(1)>', dollars: undefined }),
    entry(0, { dollars: 2 }),
  ],
  now,
);
const used: ShownUsage = { ...report, chat: report.today, budget: 5 };
const unused: ShownUsage = { ...usageReport([], now), chat: undefined, budget: 0 };

describe('the page of usage and cost', () => {
  const browser = useBrowser();
  let page: Page | undefined;
  afterEach(() => page?.close());

  async function open(usage: ShownUsage, theme: ThemeName = 'light', width = 800): Promise<Page> {
    const document = usageDocument(
      usage,
      {
        language: 'en',
        cspSource: origin,
        styleAddress: `${origin}/usageStyle.css`,
        pricePage: 'https://prices.example/',
        spendPage: 'https://spend.example/',
      },
      words,
    )
      .replace('<link', `<link rel="stylesheet" href="${origin}/theme.css"><link`)
      .replace('<body', `<body class="${themes[theme].bodyClass}"`);
    const opened = await browser().newPage({ viewport: { width, height: 900 } });
    page = opened;
    await opened.route('**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: document });
      const css = pathname === '/theme.css' ? themeCss(theme) : await readFile('dist/panel/usageStyle.css', 'utf8');
      return pathname.endsWith('.css') ? route.fulfill({ contentType: 'text/css', body: css }) : route.abort();
    });
    await opened.goto(`${origin}/`);
    return opened;
  }

  it('says in tables what the drawings show', async () => {
    const shown = await open(used);
    const row = (table: string, name: string) =>
      shown.getByRole('region', { name: table }).getByRole('row').filter({ hasText: name });

    await row('Totals', 'This chat').waitFor();
    const today = row('Totals', 'Today');
    assert.deepEqual(await today.getByRole('cell').allTextContents(), [
      '2',
      '2,400',
      '200',
      '160',
      '600',
      '10',
      '4',
      '$2.00 1 without a price',
    ]);
    assert.equal(await row('By day', '2026-11-26').getByRole('cell').last().textContent(), '$0.0004');
    assert.equal(await shown.getByRole('region', { name: 'By day' }).getByRole('row').count(), 4);
    assert.equal(await row('By command', 'commit').getByRole('cell').first().textContent(), '1');
    await shown.getByText('$2.00 of $5.00, 40 %').waitFor();
    assert.equal(await shown.locator('svg.columns rect').count(), 30);
    assert.equal(await shown.getByRole('region', { name: 'By model' }).locator('svg.bar').count(), 3);
  });

  it('shows the name of a model as text, whatever it is', async () => {
    const shown = await open(used);
    await shown.getByText('<img src=x onerror=alert(1)>').waitFor();
    assert.equal(await shown.locator('img').count(), 0);
  });

  it('leads to the prices, to the cap at Google and to the settings, by keyboard as well', async () => {
    const shown = await open(used);
    const reached: (string | null)[] = [];
    for (let step = 0; step < 8; step += 1) {
      await shown.keyboard.press('Tab');
      reached.push(
        await shown.evaluate(`document.activeElement.getAttribute('href') ?? document.activeElement.ariaLabel`),
      );
    }
    assert.deepEqual(reached, [
      'https://prices.example/',
      'https://spend.example/',
      'command:geminiInteractions.openSettings',
      'command:geminiInteractions.showUsage',
      'Totals',
      'By day',
      'By model',
      'By command',
    ]);
  });

  it('says that nothing was used', async () => {
    const shown = await open(unused);
    await shown.getByText('Nothing has been used yet.').waitFor();
    assert.equal(await shown.getByRole('table').count(), 0);
  });

  for (const [at, theme] of (Object.keys(themes) as ThemeName[]).entries()) {
    it(`has nothing axe finds fault with, and fits into 320 px: ${theme}`, async () => {
      const pages = [
        [used, 800],
        [used, 320],
        [unused, 320],
      ] as const;
      for (const [usage, width] of everyday(pages, 1, at)) {
        const shown = await open(usage, theme, width);
        await prepareAxe(shown);
        assert.deepEqual(await axeFaults(shown), [], `${width}`);
        const overflow = await shown.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.equal(overflow, 0, `${width}`);
        await shown.close();
      }
    });
  }
});
