const attribute = String.raw`\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
/** The beginning of what others take for a tag: it ends, or goes on in the next line. */
const tag = new RegExp(`<(?=[a-z][a-z\\d-]*(?:${attribute})*\\s*(?:/?>|$)|[/!?])`, 'gim');

/** TeX does not mind a blank, and others then see neither a tag nor a picture. */
export function quietFormula(source: string): string {
  return source.replace(tag, '< ').replace(/!(?=\[)/g, '! ');
}
