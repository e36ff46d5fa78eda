import { applyEdits, format, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JsonValue } from '../base/json';
import type { Check, Problem } from './checkJson';

/** A problem with its place in the text. Both in UTF-16 units. */
export interface PlacedProblem {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

/** Where in the text each problem is: at the value itself, and at the name of a property whose value is long. */
export function placeProblems(text: string, problems: readonly Problem[]): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const root = parseTree(text, [], { disallowComments: true });
  return problems.map(({ path, message }) => ({ ...placeOf(root, path), message }));
}

/** All that is wrong with a text: as JSON, else as a value. */
export function problemsIn(text: string, check: Check): readonly PlacedProblem[] {
  // The tree of a text takes fifty times as long as its value, and is of use only where something is wrong.
  const value = parsedJson(text);
  if (value !== undefined) return placeProblems(text, check(value));
  const syntax = syntaxProblems(text);
  return syntax.length > 0 ? syntax : [{ offset: 0, length: 1, message: 'no JSON' }];
}

/**
 * Deeper text is no data. What walks a value would run out of stack, and its lines with their indentation out of memory: at
 * 10,000 levels they have 200 million characters.
 */
const deepest = 500;

/** Undefined: the text is no JSON, or has more than 500 levels. */
export function parsedJson(text: string): JsonValue | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isTooDeep(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether the brackets of a JSON text go deeper than that. */
function isTooDeep(json: string): boolean {
  let levels = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at];
    if (mark === '"') isInText = !isInText;
    else if (isInText) at += mark === '\\' ? 1 : 0;
    else if (mark === ']' || mark === '}') levels -= 1;
    else if (mark === '[' || mark === '{') levels += 1;
    if (levels > deepest) return true;
  }
  return false;
}

/** The text with one value a line. Numbers stay as they are written: a parser would round the long ones. */
export function formatJson(text: string): string {
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
}

/** Where the text is no JSON. Empty: it is JSON, or deeper than the parser goes. */
export function syntaxProblems(text: string): readonly PlacedProblem[] {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // A model that repeats itself may open thousands of brackets.
    if (!(error instanceof RangeError)) throw error;
  }
  return errors.map(({ error, offset, length }) => ({ offset, length: Math.max(1, length), message: spoken(error) }));
}

function spoken(error: number): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function placeOf(
  root: Node | undefined,
  path: readonly string[],
): { readonly offset: number; readonly length: number } {
  let at = root;
  let name: Node | undefined;
  for (const part of path) {
    const property = at?.type === 'object' ? propertyOf(at, part) : undefined;
    const next = at?.type === 'array' ? at.children?.[Number(part)] : property?.children?.[1];
    if (!next) break;
    at = next;
    name = property?.children?.[0];
  }
  if (!at) return { offset: 0, length: 1 };
  const isLong = at.type === 'object' || at.type === 'array';
  if (isLong && name) return { offset: name.offset, length: name.length };
  return { offset: at.offset, length: isLong ? 1 : at.length };
}

/** The last one of a name is the one that counts, as for `JSON.parse`. */
function propertyOf(object: Node, name: string): Node | undefined {
  return object.children?.findLast((property) => property.children?.[0]?.value === name);
}
