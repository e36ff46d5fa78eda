import type { Token } from 'markdown-it';
import { fileName } from './fileName';
import { footnotesLast } from './footnotes';
import { readInfo } from './infoString';
import { parseBlocks, parser, withPlainBreaks } from './parser';

/** A fenced or indented block of code in an answer. */
export interface CodeBlock {
  /** As the fence names it, in lower case; empty if it does not. */
  readonly language: string;
  /** Where the code belongs according to the answer. Not a path to be trusted: whatever the model wrote. */
  readonly fileName: string;
  readonly text: string;
}

const diagramLanguages: readonly string[] = ['mermaid', 'mmd'];

/** So much of the words before a block is read for the name of its file. Characters. */
const longestBefore = 600;

/** All blocks of code in an answer, in the order in which the panel shows them. */
export function codeBlocksOf(markdown: string): readonly CodeBlock[] {
  const tokens = parseBlocks(withPlainBreaks(markdown), {});
  const before = new Map(tokens.map((token, at) => [token, at]));
  return footnotesLast(tokens)
    .filter(isCode)
    .map((token) => codeBlock(token, textBefore(tokens, before.get(token) ?? 0)));
}

function isCode(token: Token): boolean {
  return token.type === 'fence' || token.type === 'code_block';
}

/** `before` is the source of the paragraph or heading directly before the block, which may name the file. */
export function codeBlock(token: Token, before: string): CodeBlock {
  const { language: written, fileName } = readInfo(parser.utils.unescapeAll(token.info));
  const language = written.toLowerCase();
  // A diagram is about the file that the sentence before it names, and not what is in it.
  const named = fileName || (diagramLanguages.includes(language) ? '' : fileNamedBy(before));
  return { language, fileName: named, text: token.content };
}

/** The source of the paragraph or heading that ends directly before the token at this place, if there is one. */
export function textBefore(tokens: readonly Token[], at: number): string {
  const end = tokens[at - 1];
  const isText = end?.type === 'paragraph_close' || end?.type === 'heading_close';
  return isText ? (tokens[at - 2]?.content ?? '') : '';
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
