import { isJsonObject, type JsonValue } from '../base/json';

/** What was extracted from one file. */
export interface ExtractedFile {
  readonly file: string;
  readonly value: JsonValue;
}

/**
 * One table of all files: a row for each object, or for each member of a list. The first column is the file. Objects in
 * objects become columns such as `address.city`, lists become JSON. Rows end with CRLF. Source: RFC 4180.
 */
export function csvTable(files: readonly ExtractedFile[]): string {
  const rows = files.flatMap(({ file, value }) =>
    (Array.isArray(value) ? value : [value]).map((row: JsonValue) => new Map([['file', file], ...cellsOf(row, '')])),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? null))];
  return lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellsOf(value: JsonValue, name: string): readonly (readonly [string, JsonValue])[] {
  if (!isJsonObject(value)) return [[name === '' ? 'value' : name, value]];
  return Object.entries(value).flatMap(([key, inner]) => {
    const column = name === '' ? key : `${name}.${key}`;
    // The name of the first column is taken.
    return cellsOf(inner, column === 'file' ? 'file (extracted)' : column);
  });
}

/** A text that a spreadsheet takes for a formula. Source: OWASP, "CSV Injection". */
const formula = /^[=+\-@\t\r]/;

/** A number stays one, below zero as well. A text that looks like a formula gets an apostrophe, which shows it as text. */
function cellText(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
