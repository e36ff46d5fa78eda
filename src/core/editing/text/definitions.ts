import { nameAt } from './definitionNames';
import { isMarkdown } from './languages';
import { type ScannedLines, scanLines } from './literalLines';
import { type Section, sectionsIn, tablesIn } from './sections';
import { indentOf } from './textStyle';

/** A named part of a text. Lines counted from 0. */
export interface Definition {
  readonly name: string;
  /** With the comments, decorators and attributes above it that belong to it. */
  readonly start: number;
  /** Where it says its name. */
  readonly head: number;
  /** Not included. */
  readonly end: number;
  /** White space before the head. */
  readonly indent: string;
}

const preamble =
  /^\s*(?:\/\/|\/\*|\*|#(?!\s*(?:include|define|if|ifdef|ifndef|else|elif|endif|pragma)\b)|--(?!-)|@[\p{L}_])/u;
/** Lines that go on with a definition although they are indented no more than it is. */
const closer = /^\s*(?:[})\]]|end\b|fi\b|done\b|esac\b|<\/)/;
const opener = /^\s*\{\s*$/;
const middle = /^\s*(?:(?:else|rescue|ensure|where)\b|(?:public|private|protected)\s*:)/;
/** Lines that may stand at the margin inside a definition, and tell nothing of its end. */
const neutral = /^\s*(?:\/\/|\/\*|\*|#|--)/;

/** The definitions of a text, outermost and inner ones, in order. Guessed from how lines begin and are indented. */
export function definitionsIn(contents: readonly string[], languageId: string): readonly Definition[] {
  if (isMarkdown(languageId)) return sectionsIn(contents).map(toDefinition);
  const scanned = scanLines(contents, languageId);
  const { isData } = scanned;
  const found: Definition[] = [];
  for (const [head, content] of contents.entries()) {
    const name = isData[head] ? undefined : nameAt(contents, head, languageId);
    if (name === undefined) continue;
    const indent = indentOf(content);
    const end = endOf(contents, head, scanned);
    if (end !== undefined) found.push({ name, head, start: startOf(contents, head, indent, isData), end, indent });
  }
  return languageId === 'toml' || languageId === 'ini'
    ? [...tablesIn(contents).map(toDefinition), ...found].sort((a, b) => a.head - b.head)
    : found;
}

/**
 * The names of methods, classes and functions in a text, at any depth, and the keys of an object that it is. Values inside
 * of functions come and go, and are none.
 */
export function membersIn(contents: readonly string[], languageId: string): readonly string[] {
  const named = definitionsIn(contents, languageId)
    .filter(({ head }) => !/^\s*(?:export\s+|static\s+|pub\s+)*(?:const|let|var|val)\b/.test(contents[head] ?? ''))
    .map(({ name }) => name);
  const first = contents.find((content) => content.trim() !== '') ?? '';
  if (!/(?:[=(:]|\bdefault|\breturn)\s*[{[]\s*$/.test(first)) return named;
  return [...named, ...contents.flatMap((content) => /^\s*["']?([\w$-]+)["']?\s*:(?!:)/.exec(content)?.[1] ?? [])];
}

function toDefinition({ name, start, end }: Section): Definition {
  return { name, start, head: start, end, indent: '' };
}

/**
 * The end by indentation: before the next line that is indented as little, unless it closes the definition. Where brackets
 * stay open then, the line that closes them; undefined if none does, and the end is not known.
 */
export function endOf(contents: readonly string[], head: number, { isData, depth }: ScannedLines): number | undefined {
  const width = widthOf(contents[head] ?? '');
  let end = head + 1;
  for (let at = head + 1; at < contents.length; at += 1) {
    const content = contents[at] ?? '';
    const isInside = isData[at] || widthOf(content) > width;
    if (!isInside && (content.trim() === '' || neutral.test(content))) continue;
    const opensBody = opener.test(content);
    if (!isInside && !(widthOf(content) === width && (closer.test(content) || middle.test(content) || opensBody)))
      break;
    if (content.trim() !== '') end = at + 1;
    // As `) {` and `} else {` do, a closer may open again.
    if (!isInside && closer.test(content) && !/(?:[{([:=]|=>)\s*$/.test(content)) break;
  }
  const isClosed = (at: number) => (depth[at] ?? 0) <= (depth[head] ?? 0);
  while (end < contents.length && !isClosed(end)) end += 1;
  return isClosed(end) ? end : undefined;
}

export function startOf(contents: readonly string[], head: number, indent: string, isData: readonly boolean[]): number {
  let start = head;
  while (start > 0) {
    const above = contents[start - 1] ?? '';
    const belongs =
      preamble.test(above) && !above.startsWith('#!') && indentOf(above).startsWith(indent) && !isData[start - 1];
    if (!belongs) break;
    start -= 1;
  }
  return start;
}

function widthOf(content: string): number {
  return indentOf(content).replaceAll('\t', '    ').length;
}
