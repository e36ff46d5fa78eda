/** A line that brings in names from elsewhere, or begins to, in any of the usual languages. */
const importLine =
  /^(?:import\b|from\s+\S+\s+import\b|(?:pub(?:\([^)]*\))?\s+)?use\s+[\w:{*\\]|using\s+[\w.=\s]+;|#\s*include\b|#\s*import\b|(?:require|require_once|require_relative)[\s('"]|(?:const|let|var)\s+[\w${},\s:]+=\s*(?:await\s+import|require)\s*\(|@import\b|@use\b|package\s+[\w.]+;?$|extern\s+crate\b|open\s+[A-Z][\w.]*$|alias\s+[A-Z])/;

function isImport(content: string): boolean {
  return importLine.test(content);
}

/** The imports of a file, each with the lines it goes on over. Lines counted from 0, `end` not included. */
export function importsIn(contents: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < contents.length; at += 1) {
    if (!isImport(contents[at] ?? '')) continue;
    const end = endOf(contents, at);
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

/** So many lines one import may take. */
const longest = 200;

function endOf(contents: readonly string[], start: number): number {
  let open = 0;
  for (let at = start; at < Math.min(contents.length, start + longest); at += 1) {
    const code = (contents[at] ?? '').replace(/'[^']*'|"[^"]*"|\/\/.*$/g, '');
    open += (code.match(/[({[]/g)?.length ?? 0) - (code.match(/[)}\]]/g)?.length ?? 0);
    if (open <= 0) return at + 1;
  }
  return start + 1;
}
