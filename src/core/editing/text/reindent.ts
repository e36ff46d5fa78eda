import { literalLines } from './literalLines';
import { type IndentUnit, indentOf, indentUnitOf } from './textStyle';

/** How code is indented where it goes. */
export interface IndentPlace {
  /** What its first line begins with. */
  readonly indent: string;
  /** Undefined where nothing around is indented. */
  readonly unit: IndentUnit | undefined;
}

/** How code is indented, whatever stands in its strings. */
export function codeUnitOf(contents: readonly string[], languageId: string): IndentUnit | undefined {
  const isData = literalLines(contents, languageId);
  return indentUnitOf(contents.filter((_, at) => !isData[at]));
}

/**
 * The lines as they would be indented in their place: with its tabs or spaces, and all moved as far as the first one is.
 * What is inside a string over several lines keeps its white space, which is data.
 */
export function reindented(contents: readonly string[], place: IndentPlace, languageId: string): readonly string[] {
  const isData = literalLines(contents, languageId);
  const own = indentUnitOf(contents.filter((_, at) => !isData[at]));
  const unit = unitIn(place, own);
  const converted = contents.map((content, at) =>
    own && unit && !isData[at] ? withUnit(content, own, unit) : content,
  );
  const first = converted.find((content, at) => content.trim() !== '' && !isData[at]) ?? '';
  const by = columnsOf(place.indent, unit) - columnsOf(indentOf(first), unit);
  return converted.map((content, at) =>
    isData[at] || content.trim() === '' ? content : moved(content, by, place, unit),
  );
}

/** What the place itself begins with tells more than the rest of its file, which may mix both. */
function unitIn({ indent, unit }: IndentPlace, own: IndentUnit | undefined): IndentUnit | undefined {
  if (indent.startsWith('\t')) return { kind: 'tabs' };
  if (indent !== '' && unit?.kind === 'tabs') return own?.kind === 'spaces' ? own : { kind: 'spaces', width: 4 };
  return unit ?? own;
}

/** With whole steps of indentation in another form; what is left over aligns with something and stays spaces. */
function withUnit(content: string, from: IndentUnit, to: IndentUnit): string {
  const indent = indentOf(content);
  const width = from.kind === 'tabs' ? 4 : from.width;
  const columns = columnsOf(indent, from);
  const steps = from.kind === 'tabs' ? (/^\t*/.exec(indent)?.[0].length ?? 0) : Math.floor(columns / width);
  const rest = from.kind === 'tabs' ? indent.length - steps : columns - steps * width;
  return stepsOf(steps, to) + ' '.repeat(rest) + content.slice(indent.length);
}

function moved(content: string, by: number, place: IndentPlace, unit: IndentUnit | undefined): string {
  if (by === 0) return content;
  const indent = indentOf(content);
  if (unit?.kind !== 'tabs' && !/\t/.test(indent + place.indent)) {
    return ' '.repeat(Math.max(0, indent.length + by)) + content.slice(indent.length);
  }
  const tabs = /^\t*/.exec(indent)?.[0].length ?? 0;
  return '\t'.repeat(Math.max(0, tabs + by)) + indent.slice(tabs) + content.slice(indent.length);
}

/** Steps of tabs, or columns of spaces. */
function columnsOf(indent: string, unit: IndentUnit | undefined): number {
  if (unit?.kind === 'tabs' || (!unit && indent.includes('\t'))) return /^\t*/.exec(indent)?.[0].length ?? 0;
  const width = unit?.width ?? 4;
  return [...indent].reduce((sum, char) => sum + (char === '\t' ? width : 1), 0);
}

function stepsOf(steps: number, unit: IndentUnit): string {
  return unit.kind === 'tabs' ? '\t'.repeat(steps) : ' '.repeat(steps * unit.width);
}
