import { plainText } from '../../../markdown/plainText';
import { hostOf, isWeb } from './sourceList';

/** Leads to the pages that were found, for a month. */
export const redirectHost = 'vertexaisearch.cloud.google.com';

/** Finds out where one of Google's addresses leads. Undefined: nowhere that is known. Never throws. */
export type FindTarget = (url: string, signal: AbortSignal) => Promise<string | undefined>;

/** How many are asked at the same time. */
const atOnce = 6;

const redirect = /https:\/\/vertexaisearch\.cloud\.google\.com\/grounding-api-redirect\/[\w~%.=-]*[\w~%=-]/g;

/** Google's own addresses in a report, which stand for those of the pages. Each once. */
export function redirectsIn(markdown: string): readonly string[] {
  return [...new Set(markdown.match(redirect))];
}

/** Where these addresses lead. Those that lead nowhere are missing. */
export async function findTargets(
  urls: readonly string[],
  find: FindTarget,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const left = [...urls];
  const work = async () => {
    for (let url = left.shift(); url !== undefined && !signal.aborted; url = left.shift()) {
      const target = linkable(await find(url, signal));
      if (target !== undefined) targets.set(url, target);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return targets;
}

/** The report with the addresses of the pages, and their hosts in the list of sources. */
export function withTargets(markdown: string, targets: ReadonlyMap<string, string>): string {
  const named = markdown.replace(listed, (line, start: string, title: string, url: string) => {
    const host = hostOf(targets.get(url) ?? '');
    return host === '' || title.includes(host) ? line : `${start}[${title}](<${url}>) – ${plainText(host)}`;
  });
  return named.replace(redirect, (url) => targets.get(url) ?? url);
}

/** A line of the list of sources that ends with its link. */
const listed = /^(\d+\. <a id="source-\d+"><\/a>)\[(.*)\]\(<([^<>\s]+)>\)$/gm;

/** An address of a page as it can stand in any link of Markdown. */
function linkable(target: string | undefined): string | undefined {
  if (target === undefined || !URL.canParse(target)) return undefined;
  const { href, host } = new URL(target);
  const escaped = href.replaceAll('(', '%28').replaceAll(')', '%29');
  return isWeb(escaped) && host !== redirectHost ? escaped : undefined;
}
