/** A declaration in a document: its name, and its lines, counted from 0 and both included. */
export interface Declaration {
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The line its name stands on. */
  readonly nameLine: number;
}

/** Lines that belong to the declaration below them: comments, decorators, attributes. */
const preamble = /^\s*(?:\/\/|\/\*|\*|#(?!include|define|if|else|end|pragma)|--\s|@|"""|''')/;

/** Lines that may stand before a declaration without being one. */
const passed = /^\s*(?:$|import\b|from\b|use\b|using\b|package\b|#include\b|const .*\brequire\()/;

/**
 * The declarations of the document that the code states again: its first declaration begins with the same words up to the
 * name. With the comments above it, if the code brings its own.
 */
export function restated(
  code: string,
  lineAt: (line: number) => string,
  declarations: readonly Declaration[],
): readonly Declaration[] {
  const lines = code.split('\n');
  const at = lines.findIndex((line) => !passed.test(line) && !preamble.test(line));
  const headline = words(lines[at] ?? '');
  if (headline === '') return [];
  const bringsComment = at > 0 && preamble.test(lines[at - 1] ?? '');
  return declarations
    .filter(({ name, nameLine }) => {
      const start = upToName(lineAt(nameLine), name);
      return start !== undefined && headline.startsWith(start) && !/^[\w$]/.test(headline.slice(start.length));
    })
    .map((declaration) => (bringsComment ? withCommentsAbove(declaration, lineAt) : declaration));
}

/** The code with the indentation of what it replaces; inside, it keeps its own. */
export function indentedLike(code: string, replaced: string): string {
  const lines = code.split('\n');
  const wanted = indentOf(firstLine(replaced.split('\n')));
  const own = indentOf(firstLine(lines));
  if (wanted === own) return code;
  // Less indented than its first line, a line keeps what it has: taking more from it would take letters.
  return lines
    .map((line) =>
      line.trim() === '' ? line : wanted + (line.startsWith(own) ? line.slice(own.length) : line.trimStart()),
    )
    .join('\n');
}

function upToName(line: string, name: string): string | undefined {
  const end = line.indexOf(name);
  return name === '' || end < 0 ? undefined : words(line.slice(0, end + name.length));
}

function words(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}

function withCommentsAbove(declaration: Declaration, lineAt: (line: number) => string): Declaration {
  let { startLine } = declaration;
  while (startLine > 0 && preamble.test(lineAt(startLine - 1))) startLine -= 1;
  return { ...declaration, startLine };
}

function firstLine(lines: readonly string[]): string {
  return lines.find((line) => line.trim() !== '') ?? '';
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
