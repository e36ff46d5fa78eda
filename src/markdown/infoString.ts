import { fileName, languageOfFile } from './fileName';

/** What stands behind an opening fence. */
export interface FenceInfo {
  /** As written; empty if none is named. */
  readonly language: string;
  /** Where the code belongs. Not a path to be trusted: whatever the model wrote. */
  readonly fileName: string;
}

/** `title="src/a b.ts"`, `file: src/a.ts` and the like. */
const attribute =
  /(?:^|[\s{,"'])(?:title|file|filename|filepath|path|name)["']?\s*[=:]\s*(?:"([^"]+)"|'([^']+)'|([^\s,}"']+))/i;
/** Nobody writes more than this behind a fence. Characters. */
const longestInfo = 1_000;
/** Which lines of the file it is, before or behind its name. */
const linesBefore = /^(?:\d+|startLine)(?:[:-](?:\d+|endLine))?(?::|$)/i;
const linesBehind = /(?::\d+(?:[:-]\d+)?|#L?\d+(?:-L?\d+)?)$/i;

/**
 * Reads `ts`, `ts title="src/a.ts"`, `ts:src/a.ts`, `ts src/a.ts`, `src/a.ts`, `12:34:src/a.ts` or `Dockerfile`. Escapes
 * are resolved already.
 */
export function readInfo(whole: string): FenceInfo {
  const info = whole.slice(0, longestInfo);
  const [first = '', ...others] = info.trim().split(/\s+/);
  const title = titleIn(info);
  const own = fileIn(first);
  if (own !== '') return { language: languageOfFile(own), fileName: title || own };
  const named = title || (others.map(fileIn).find((word) => word !== '') ?? '');
  const colon = first.indexOf(':');
  if (colon > 0 && !attribute.test(first) && !linesBefore.test(first)) {
    return { language: first.slice(0, colon), fileName: title || fileIn(first.slice(colon + 1)) || named };
  }
  return { language: languageIn(first, info) || languageOfFile(named), fileName: named };
}

/** Whether code in this language is Markdown, which may hold fences of its own. */
export function isMarkdown(language: string): boolean {
  return /^(?:md|mdx|markdown)$/i.test(language);
}

function titleIn(info: string): string {
  const [, double, single, plain] = attribute.exec(info) ?? [];
  return (double ?? single ?? plain ?? '').trim();
}

/** The name of a file that a word is, without what is around it. */
function fileIn(word: string): string {
  const bare = /^(?:\((.*)\)|\[(.*)\]|"(.*)"|'(.*)'|`(.*)`)$/.exec(word)?.slice(1).find(Boolean) ?? word;
  return fileName(bare.replace(linesBefore, '').replace(linesBehind, ''));
}

/** The word that names the language: in `{.python .numberLines}`, the first one; none in lines, marks and attributes. */
function languageIn(first: string, info: string): string {
  const inBraces = /^\{\s*\.?([A-Za-z][\w+#-]*)(?=[\s,}])/.exec(info.trim())?.[1];
  if (inBraces !== undefined) return inBraces;
  return /[={"']/.test(first) || linesBefore.test(first) || attribute.test(first) ? '' : first;
}
