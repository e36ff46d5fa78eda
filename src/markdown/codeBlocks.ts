import type { Token } from 'markdown-it';
import { parseBlocks, parser, withPlainBreaks } from './parser';

/** A fenced or indented block of code in an answer. */
export interface CodeBlock {
  /** As the fence names it, in lower case; empty if it does not. */
  readonly language: string;
  /** Where the code belongs according to the answer. Not a path to be trusted: whatever the model wrote. */
  readonly fileName: string;
  readonly text: string;
}

/** So much of the words before a block is read for the name of its file. Characters. */
const longestBefore = 600;

/** All blocks of code in an answer, in the order in which the panel shows them. */
export function codeBlocksOf(markdown: string): readonly CodeBlock[] {
  const tokens = parseBlocks(withPlainBreaks(markdown), {});
  return tokens.flatMap((token, at) => (isCode(token) ? [codeBlock(token, textBefore(tokens, at))] : []));
}

function isCode(token: Token): boolean {
  return token.type === 'fence' || token.type === 'code_block';
}

/** `before` is the source of the paragraph or heading directly before the block, which may name the file. */
export function codeBlock(token: Token, before: string): CodeBlock {
  const info = parser.utils.unescapeAll(token.info).trim();
  const [language = '', fileName = ''] = languageAndFile(info);
  return { language: language.toLowerCase(), fileName: fileName || fileNamedBy(before), text: token.content };
}

/** The source of the paragraph or heading that ends directly before the token at this place, if there is one. */
export function textBefore(tokens: readonly Token[], at: number): string {
  const end = tokens[at - 1];
  const isText = end?.type === 'paragraph_close' || end?.type === 'heading_close';
  return isText ? (tokens[at - 2]?.content ?? '') : '';
}

/** What stands behind a fence: `ts`, `ts title="src/a.ts"`, `ts:src/a.ts`, `ts src/a.ts` or `src/a.ts`. */
function languageAndFile(info: string): readonly [language: string, fileName: string] {
  const [first = '', second = ''] = info.split(/\s+/, 2);
  const titled = /(?:^|\s)(?:title|file|filename|path)=(?:"([^"]+)"|'([^']+)'|(\S+))/i.exec(info);
  const title = titled?.[1] ?? titled?.[2] ?? titled?.[3] ?? '';
  const colon = first.indexOf(':');
  if (colon > 0) return [first.slice(0, colon), title || fileName(first.slice(colon + 1))];
  const own = fileName(first);
  if (own !== '') return [own.slice(own.lastIndexOf('.') + 1), title || own];
  return [/[={"']/.test(first) ? '' : first, title || fileName(second)];
}

/**
 * The file that the words before the code name: alone on their last line, as in ### src/a.ts or **`src/a.ts`**:, or as the
 * only one that is marked in backticks or bold. Of two, no one knows which is meant.
 */
function fileNamedBy(text: string): string {
  const end = text.slice(-longestBefore);
  const line = end.slice(end.lastIndexOf('\n') + 1);
  const named = /^(?:(?:file|datei|fichier|archivo):?\s*)?(?:\*\*|__)?`?([^\s`*]+?)`?:?(?:\*\*|__)?:?$/i.exec(
    line.trim(),
  );
  const alone = fileName(named?.[1] ?? '');
  if (alone !== '') return alone;
  const marked = [...end.matchAll(/`([^`\n]+)`|\*\*([^*\n]+)\*\*/g)].map(([, code, bold]) =>
    fileName(code ?? bold ?? ''),
  );
  const files = new Set(marked.filter((name) => name !== ''));
  const [only = ''] = files;
  return files.size === 1 ? only : '';
}

/** The text if it looks like the name of a file. */
function fileName(text: string): string {
  return /^[\w@.+-]*(?:[\\/][\w@.+[\]()-]+)*\.[A-Za-z][\w-]{0,11}$/.test(text) && /\w/.test(text[0] ?? '') ? text : '';
}
