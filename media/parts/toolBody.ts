import * as l10n from '@vscode/l10n';
import {
  foundTextsIn,
  pagesOf,
  placesIn,
  queriesOf,
  readPagesIn,
  suggestionsIn,
  type ToolResults,
  textOf,
} from '../../src/parts/toolContent';
import { toolKindOf } from '../../src/parts/toolKind';
import { element } from '../base/element';
import { GrowingText } from '../base/longText';
import { safeUrl } from '../base/safeUrl';
import { webLink } from '../base/webLink';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';
import { searchChips } from './searchChips';
import type { AskedTool } from './toolWords';

/** A result has this many pages or arguments at most on the page. */
const mostItems = 100;

/**
 * What stands under the row of a tool that was opened. Never the raw data, which can be copied, save of remote MCP servers:
 * they are the user's own, and what they were asked leaves Google. `results`: what came back, piece after piece.
 */
export function toolBody(tool: AskedTool, results: ToolResults, context: PanelContext): readonly HTMLElement[] {
  switch (toolKindOf(tool.step)) {
    case 'search':
      return listOf(searchLinks(queriesOf(tool), results));
    case 'pages':
      return listOf(pageLinks(pagesOf(tool), results));
    case 'maps':
      return listOf([...plainItems(queriesOf(tool)), ...placeLinks(results)]);
    case 'lookUp':
      return [...listOf(plainItems(queriesOf(tool))), ...output(textOf(results))];
    case 'files':
      return foundFiles(results);
    case 'code':
      return [...codeBlock(tool, context), ...output(textOf(results))];
    default: {
      const isServer = tool.step.startsWith('mcp_server_tool');
      const text = textOf(results) || (isServer ? dataOf(results) : '');
      return [...listOf(argumentItems(tool, isServer)), ...output(text)];
    }
  }
}

function listOf(items: readonly HTMLElement[]): readonly HTMLElement[] {
  return items.length > 0 ? [element('ul', 'tool-items', ...items.slice(0, mostItems))] : [];
}

/** The queries as links, and the suggestions of Google that are none of them. */
function searchLinks(queries: readonly string[], results: ToolResults): readonly HTMLElement[] {
  const asked = queries.map((text) => {
    const url = new URL('https://www.google.com/search');
    url.searchParams.set('q', text);
    return { text, url };
  });
  const suggested = searchChips(suggestionsIn(results)).filter(({ text }) => !queries.includes(text));
  return [...asked, ...suggested].map(({ text, url }) => item(linkTo(url, text)));
}

function plainItems(texts: readonly string[]): readonly HTMLElement[] {
  return texts.map((text) => item(text));
}

function placeLinks(results: ToolResults): readonly HTMLElement[] {
  return placesIn(results).map(({ name, url: address }) => {
    const url = safeUrl(address);
    return item(url ? linkTo(url, name || url.href) : name || address);
  });
}

/** Each piece that was found, under the title of its file. */
function foundFiles(results: ToolResults): readonly HTMLElement[] {
  return foundTextsIn(results)
    .slice(0, mostItems)
    .flatMap(({ title, text }) => {
      const head = element('p', 'tool-note', title);
      head.dir = 'auto';
      return [...(title === '' ? [] : [head]), ...output(text)];
    });
}

/** The pages that were asked for, with what went wrong with each. */
function pageLinks(asked: readonly string[], results: ToolResults): readonly HTMLElement[] {
  const statuses = new Map(readPagesIn(results).map(({ url, status }) => [url, status]));
  const pages = new Set([...asked, ...statuses.keys()]);
  return [...pages].map((page) => {
    const url = safeUrl(page);
    const made = item(url ? linkTo(url, url.href) : page);
    const status = statuses.get(page) ?? '';
    if (status !== '' && status !== 'success') {
      made.append(' ', element('span', 'tool-note', l10n.t('could not be read ({0})', status)));
    }
    return made;
  });
}

/** As a block of an answer: with its colours, and without the actions of an answer's own code. */
function codeBlock({ arguments: given }: AskedTool, context: PanelContext): readonly HTMLElement[] {
  const { code, language } = given;
  if (typeof code !== 'string' || code === '') return [];
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const info = typeof language === 'string' ? language.replace(/[^\w+#-]/g, '') : '';
  const view = new MarkdownView(context, `${fence}${info}\n${code}\n${fence}`);
  view.end();
  return [view.element];
}

/** What came back where it is no text. */
function dataOf(results: ToolResults): string {
  return results.map((result) => JSON.stringify(result, undefined, 2)).join('\n');
}

/** What is text in a result, as it is. */
function output(text: string): readonly HTMLElement[] {
  if (text.trim() === '') return [];
  const made = new GrowingText('pre', text.replace(/\n$/, ''));
  made.element.className = 'tool-output';
  made.element.dir = 'ltr';
  made.element.tabIndex = 0;
  return [made.element];
}

/** The arguments that are plain values, and others as JSON with `isWhole`. Without, they are in the details to be copied. */
function argumentItems({ arguments: given }: AskedTool, isWhole: boolean): readonly HTMLElement[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!isPlain && !isWhole) return [];
    return [item(element('span', 'tool-note', `${name}: `), isPlain ? String(value) : JSON.stringify(value))];
  });
}

function item(...content: readonly (Node | string)[]): HTMLElement {
  const made = element('li', '', ...content);
  made.dir = 'auto';
  return made;
}

function linkTo(url: URL, text: string): HTMLElement {
  const link = webLink(url);
  link.append(text);
  return link;
}
