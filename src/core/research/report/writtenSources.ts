/** A source in the list that the agent writes under its report. */
export interface WrittenSource {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

/** A report without the list of sources at its end, and that list. */
export interface WithoutSources {
  readonly text: string;
  readonly sources: readonly WrittenSource[];
}

/** A line of a list of sources: a number, then a link or a bare address. */
const item = /^[ \t]*(?:[-*+][ \t]+)?\[?(\d{1,4})(?:[.)]|\][.:]?)[ \t]+(.*\S)[ \t]*$/;
const link = /\[((?:\\.|[^\]\\])*)\]\(<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?\)/i;
const address = /https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+/i;
const title = /^[ \t]*(?:#{1,6}[ \t]+.*|(\*\*|__).*\1:?|[^.!?]{1,40}:)[ \t]*$/;

/**
 * Takes the list of sources off the end of a report: a title, and under it nothing but numbered addresses. Its language
 * does not matter.
 */
export function withoutSources(text: string): WithoutSources {
  const lines = text.trimEnd().split('\n');
  const sources: WrittenSource[] = [];
  let at = lines.length - 1;
  for (; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const source = readItem(line);
    if (!source) break;
    sources.unshift(source);
  }
  if (sources.length === 0 || !title.test(lines[at] ?? '')) return { text, sources: [] };
  return { text: lines.slice(0, at).join('\n').trimEnd(), sources };
}

function readItem(line: string): WrittenSource | undefined {
  const [, number = '', rest = ''] = item.exec(line) ?? [];
  if (number === '') return undefined;
  const linked = link.exec(rest);
  const url = linked?.[2] ?? address.exec(rest)?.[0];
  if (url === undefined) return undefined;
  return { number: Number(number), title: (linked?.[1] ?? rest.replace(url, '')).replace(/\\(.)/g, '$1').trim(), url };
}
