import { isJsonObject, type JsonValue } from '../../base/json';

/** How one language writes values. */
export interface Notation {
  /** Spaces. */
  readonly indent: number;
  text(value: string): string;
  other(value: number | boolean | null): string;
  /** A field of an object, with what stands between it and its value. */
  field(name: string): string;
  /** The bytes of this file in base64. */
  file(path: string): string;
  /** Between a brace and the field beside it, where an object stands on one line. */
  readonly padding: string;
  /** Whether the last item of a list on several lines has a comma, too. */
  readonly hasTrailingComma: boolean;
}

/** Columns. */
const widest = 100;

/** Writes a value on one line if it fits, else an item on each. `depth`: of its first line. */
export function layOut(
  value: JsonValue,
  notation: Notation,
  files: ReadonlyMap<string, string>,
  depth = 0,
  field = '',
): string {
  if (typeof value === 'string') {
    const path = field === 'data' ? files.get(value) : undefined;
    return path === undefined ? notation.text(value) : notation.file(path);
  }
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => layOut(item, notation, files, depth + 1));
    return block('[', items, ']', notation, depth, '');
  }
  if (!isJsonObject(value)) return notation.other(value as number | boolean | null);
  const items = Object.entries(value).map(
    ([name, item]) => `${notation.field(name)}${layOut(item, notation, files, depth + 1, name)}`,
  );
  return block('{', items, '}', notation, depth, notation.padding);
}

/** Items between brackets. */
export function block(
  open: string,
  items: readonly string[],
  close: string,
  { indent, hasTrailingComma }: Pick<Notation, 'indent' | 'hasTrailingComma'>,
  depth: number,
  padding: string,
): string {
  if (items.length === 0) return `${open}${close}`;
  const line = `${open}${padding}${items.join(', ')}${padding}${close}`;
  if (!line.includes('\n') && depth * indent + line.length <= widest) return line;
  const inner = ' '.repeat((depth + 1) * indent);
  const list = items.map((item) => `${inner}${item}`).join(',\n');
  return `${open}\n${list}${hasTrailingComma ? ',' : ''}\n${' '.repeat(depth * indent)}${close}`;
}
