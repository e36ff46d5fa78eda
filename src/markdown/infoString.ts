/** What stands behind an opening fence. */
export interface FenceInfo {
  /** As written; empty if none is named. */
  readonly language: string;
  /** Where the code belongs. Not a path to be trusted: whatever the model wrote. */
  readonly fileName: string;
}

/** Reads `ts`, `ts title="src/a.ts"`, `ts:src/a.ts`, `ts src/a.ts` or `src/a.ts`. Escapes are resolved already. */
export function readInfo(info: string): FenceInfo {
  const [first = '', second = ''] = info.trim().split(/\s+/, 2);
  const titled = /(?:^|\s)(?:title|file|filename|path)=(?:"([^"]+)"|'([^']+)'|(\S+))/i.exec(info);
  const title = titled?.[1] ?? titled?.[2] ?? titled?.[3] ?? '';
  const colon = first.indexOf(':');
  if (colon > 0) return { language: first.slice(0, colon), fileName: title || fileName(first.slice(colon + 1)) };
  const own = fileName(first);
  if (own !== '') return { language: own.slice(own.lastIndexOf('.') + 1), fileName: title || own };
  return { language: /[={"']/.test(first) ? '' : first, fileName: title || fileName(second) };
}

/** Whether code in this language is Markdown, which may hold fences of its own. */
export function isMarkdown(language: string): boolean {
  return /^(?:md|mdx|markdown)$/i.test(language);
}

/** The text if it looks like the name of a file. */
export function fileName(text: string): string {
  return /^[\w@.+-]*(?:[\\/][\w@.+[\]()-]+)*\.[A-Za-z][\w-]{0,11}$/.test(text) && /\w/.test(text[0] ?? '') ? text : '';
}
