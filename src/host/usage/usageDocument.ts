import type { UsageReport, UsageRow, UsageSum } from '../../core/usage/usageReport';
import { amountText } from '../../parts/amount';
import { columnChart, rowBar } from './usageCharts';

/** Where the page finds its style sheet, and what it links to. */
export interface UsagePlace {
  readonly language: string;
  readonly cspSource: string;
  readonly styleAddress: string;
  readonly pricePage: string;
  readonly spendPage: string;
}

export interface ShownUsage extends UsageReport {
  /** The chat in front. Undefined: nothing was used in it. */
  readonly chat: UsageSum | undefined;
  /** US dollars a day. 0: none. */
  readonly budget: number;
}

/** The texts of the page. */
export interface UsageWords
  extends Readonly<
    Record<
      | 'title'
      | 'about'
      | 'prices'
      | 'spend'
      | 'settings'
      | 'refresh'
      | 'none'
      | 'totals'
      | 'period'
      | 'chat'
      | 'today'
      | 'month'
      | 'byDay'
      | 'day'
      | 'byModel'
      | 'model'
      | 'byCommand'
      | 'command'
      | 'requests'
      | 'input'
      | 'cached'
      | 'thoughts'
      | 'output'
      | 'tools'
      | 'searches'
      | 'cost'
      | 'unknownModel',
      string
    >
  > {
  readonly budget: (used: string, budget: string, share: number) => string;
  readonly unpriced: (count: number) => string;
  readonly dayName: (day: string) => string;
  readonly purposeName: (purpose: string) => string;
}

/**
 * The page as a document without a script. Ids of models are of others, and everything is escaped. Its policy allows the
 * style sheet alone.
 */
export function usageDocument(usage: ShownUsage, place: UsagePlace, words: UsageWords): string {
  const { language, cspSource, styleAddress } = place;
  const isEmpty = usage.month.requests === 0 && usage.models.length === 0 && !usage.chat;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${escaped(cspSource)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}</title>
<link rel="stylesheet" href="${escaped(styleAddress)}">
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.about)}</p>
${links(place, words)}
${isEmpty ? `<p>${escaped(words.none)}</p>` : tables(usage, language, words)}
</main>
</body>
</html>`;
}

function links({ pricePage, spendPage }: UsagePlace, words: UsageWords): string {
  const link = (address: string, name: string) => `<li><a href="${escaped(address)}">${escaped(name)}</a></li>`;
  return `<ul class="links">${[
    link(pricePage, words.prices),
    link(spendPage, words.spend),
    link('command:geminiInteractions.openSettings', words.settings),
    link('command:geminiInteractions.showUsage', words.refresh),
  ].join('')}</ul>`;
}

function tables(usage: ShownUsage, language: string, words: UsageWords): string {
  const { chat, today, month, days, models, purposes, budget } = usage;
  const periods: readonly UsageRow[] = [
    ...(chat ? [{ ...chat, name: words.chat }] : []),
    { ...today, name: words.today },
    { ...month, name: words.month },
  ];
  const amount = (dollars: number) => amountText(dollars, language);
  const share = Math.floor((today.dollars / budget) * 100);
  const used = days.filter(({ requests }) => requests > 0).toReversed();
  const table = (
    caption: string,
    firstColumn: string,
    rows: readonly UsageRow[],
    nameOf: (name: string) => string,
    bars: boolean,
  ) => tableOf(caption, firstColumn, rows, nameOf, bars, language, words);
  return [
    budget > 0 ? `<p>${escaped(words.budget(amount(today.dollars), amount(budget), share))}</p>` : '',
    heading(words.totals),
    table(words.totals, words.period, periods, (name) => name, false),
    heading(words.byDay, columnChart(days.map(({ dollars }) => dollars))),
    table(words.byDay, words.day, used, words.dayName, false),
    heading(words.byModel),
    table(words.byModel, words.model, models, (name) => name || words.unknownModel, true),
    heading(words.byCommand),
    table(words.byCommand, words.command, purposes, words.purposeName, true),
  ].join('\n');
}

/** `drawing`: shows what the table below says. */
function heading(text: string, drawing = ''): string {
  return `<h2>${escaped(text)}</h2>${drawing}`;
}

function tableOf(
  caption: string,
  firstColumn: string,
  rows: readonly UsageRow[],
  nameOf: (name: string) => string,
  hasBars: boolean,
  language: string,
  words: UsageWords,
): string {
  const { requests, input, cached, thoughts, output, tools, searches, cost } = words;
  const names = [firstColumn, requests, input, cached, thoughts, output, tools, searches, cost];
  const head = names.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const most = Math.max(0, ...rows.map(({ dollars }) => dollars));
  const body = rows.map((row) => {
    const counts = [row.requests, row.input, row.cached, row.thought, row.output, row.tool, row.searches];
    const cells = counts.map((count) => `<td>${count.toLocaleString(language)}</td>`).join('');
    const rest = row.unpriced > 0 ? ` <small>${escaped(words.unpriced(row.unpriced))}</small>` : '';
    const bar = hasBars ? rowBar(row.dollars, most) : '';
    const price = `<td>${escaped(amountText(row.dollars, language))}${rest}${bar}</td>`;
    return `<tr><th scope="row">${escaped(nameOf(row.name))}</th>${cells}${price}</tr>`;
  });
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
