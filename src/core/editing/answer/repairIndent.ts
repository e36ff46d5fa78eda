import { literalLines } from '../text/literalLines';
import { reindented } from '../text/reindent';
import { type IndentUnit, indentOf, indentUnitOf } from '../text/textStyle';

const opensBlock = /(?:[{([:]|=>|\b(?:do|then|begin))\s*$/;

/**
 * The answer indented as the selection is, where models lose indentation: of all lines alike, or of the first one alone.
 * Anything else is taken as meant.
 */
export function withIndentOf(
  selected: readonly string[],
  lines: readonly string[],
  unit: IndentUnit | undefined,
  languageId: string,
): readonly string[] {
  const wanted = selected.find(isWritten);
  const at = lines.findIndex(isWritten);
  const first = lines[at];
  if (wanted === undefined || first === undefined) return lines;
  const indent = indentOf(wanted);
  const rest = lines.slice(at + 1).filter(isWritten);
  if (indentOf(first).length < indent.length && isFirstAlone(first, rest, indent)) {
    return lines.map((line, index) => (index === at ? indent + line.trimStart() : line));
  }
  const own = indentUnitOf(lines);
  const hasOtherUnit = own !== undefined && unit !== undefined && own.kind !== unit.kind;
  if (indentOf(first) === indent && !hasOtherUnit) return lines;
  const isData = literalLines(lines, languageId);
  const isUniform = lines.every((line, index) => !isWritten(line) || isData[index] || line.startsWith(indentOf(first)));
  if (!isUniform) return lines;
  const moved = reindented(lines, { indent, unit: hasOtherUnit ? unit : own }, languageId);
  const result = moved.map((line, index) => (isData[index] ? dataLine(line, indent, selected) : line));
  // Who asks for another indentation gets the same lines, indented otherwise.
  return sameLines(result, selected) ? lines : result;
}

/** The first line has lost what it began with, and the others have not. */
function isFirstAlone(first: string, rest: readonly string[], indent: string): boolean {
  const next = rest[0];
  if (next === undefined || !rest.every((line) => line.startsWith(indent))) return false;
  return !opensBlock.test(first) || indentOf(next).length > indent.length;
}

/** A string's line that the model moved with the code goes back to where it was. */
function dataLine(line: string, indent: string, selected: readonly string[]): string {
  return !selected.includes(line) && selected.includes(indent + line) ? indent + line : line;
}

function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}
