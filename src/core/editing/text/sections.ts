/** A heading and what belongs to it. Lines counted from 0, `end` not included. */
export interface Section {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Heading {
  readonly at: number;
  readonly rank: number;
  readonly name: string;
}

/** The sections of a Markdown document: a heading and all below it, up to the next heading of its rank. */
export function sectionsIn(contents: readonly string[]): readonly Section[] {
  const headings: Heading[] = [];
  let fence = '';
  for (const [at, content] of contents.entries()) {
    const run = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1] ?? '';
    if (fence === '' ? run !== '' : run.startsWith(fence)) fence = fence === '' ? run : '';
    const match = fence === '' ? /^(#{1,6})\s+(.*?)\s*#*$/.exec(content) : null;
    if (match) headings.push({ at, rank: match[1]?.length ?? 1, name: match[2] ?? '' });
  }
  return toSections(headings, contents);
}

/** The tables of a TOML document, or the sections of an INI file. */
export function tablesIn(contents: readonly string[]): readonly Section[] {
  const headings = contents.flatMap((content, at): Heading[] => {
    const name = /^\s*(\[+[^\]]+\]+)\s*(?:[#;].*)?$/.exec(content)?.[1];
    return name === undefined ? [] : [{ at, rank: 1, name }];
  });
  return toSections(headings, contents);
}

function toSections(headings: readonly Heading[], contents: readonly string[]): readonly Section[] {
  return headings.map(({ at, rank, name }, index) => {
    const next = headings.slice(index + 1).find((heading) => heading.rank <= rank);
    let end = next?.at ?? contents.length;
    while (end > at + 1 && (contents[end - 1] ?? '').trim() === '') end -= 1;
    return { name, start: at, end };
  });
}
