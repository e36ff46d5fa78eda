import { parseBlocks, withPlainBreaks } from '../../markdown/parser';
import { joinedParts, partMarkdown } from '../../parts/answerPart';
import { sourceKey, sourcesOf } from '../../parts/sources';
import { citedRanges, type TextPart } from '../../parts/textPart';
import type { TextRange } from '../base/utf8';
import { type SourceWords, sourceMarkdown } from './sourceMarkdown';
import type { Turn } from './turn';

/** The text of one answer as Markdown, with its sources as footnotes. Empty: it has no text. */
export function answerWithFootnotes({ parts }: Pick<Turn, 'parts'>, words: SourceWords): string {
  const sources = sourcesOf(parts);
  const numbers = new Map(sources.map(({ url }, index) => [url, index + 1]));
  const texts = joinedParts(parts).flatMap((part) => {
    if (part.kind === 'text') return [withMentions(part, numbers).trim()];
    const markdown = partMarkdown(part);
    return typeof markdown === 'object' ? [markdown.text.trim()] : [];
  });
  const notes = sources.map((source, index) => `[^${label(index + 1)}]: ${sourceMarkdown(source, words)}`);
  return [...texts, notes.join('\n')].filter((piece) => piece !== '').join('\n\n');
}

/** Not a bare number: the answer may have footnotes of its own. */
function label(number: number): string {
  return `source-${number}`;
}

/** In code a mention would be code. */
function withMentions(part: TextPart, numbers: ReadonlyMap<string, number>): string {
  const code = codeIn(part.text);
  const mentions = new Map<number, Set<number>>();
  for (const [index, range] of citedRanges(part).entries()) {
    const citation = part.citations?.[index];
    const number = citation && numbers.get(sourceKey(citation) ?? '');
    if (!range || number === undefined) continue;
    const end = part.text.slice(0, range.end).trimEnd().length;
    if (code.some((block) => end > block.start && end <= block.end)) continue;
    mentions.set(end, (mentions.get(end) ?? new Set()).add(number));
  }
  let text = '';
  let written = 0;
  for (const [end, cited] of [...mentions].sort(([a], [b]) => a - b)) {
    const marks = [...cited].sort((a, b) => a - b).map((number) => `[^${label(number)}]`);
    text += part.text.slice(written, end) + marks.join('');
    written = end;
  }
  return text + part.text.slice(written);
}

/** Where the blocks of code stand. */
function codeIn(text: string): readonly TextRange[] {
  const plain = withPlainBreaks(text);
  // Other line breaks move the places, and answers have none in practice: then nothing is known.
  if (plain.length !== text.length) return [{ start: 0, end: text.length }];
  const starts = [0];
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) starts.push(at + 1);
  return parseBlocks(plain, {})
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .flatMap(({ map }) => (map ? [{ start: starts[map[0]] ?? 0, end: starts[map[1]] ?? text.length }] : []));
}
