/** A fenced block found in a prompt. */
export interface CodeBlock {
  readonly code: string;
  /** Lower-case, from the fence or the file name; empty when neither tells. */
  readonly language: string;
  /** As the prompt gives it, or undefined. */
  readonly file: string | undefined;
  readonly isSelection: boolean;
}

const fencePattern = /^([ \t]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)(?:\n)?^[ \t]*\2[`~]*[ \t]*$/gm;
const filePattern = /[\w@.~-]*(?:[\\/][\w@. -]*)*[\w-]\.[a-zA-Z]\w{0,9}\b/;

const languagesByExtension: Readonly<Record<string, string>> = {
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  py: 'python',
  rs: 'rust',
  rb: 'ruby',
  sh: 'bash',
  cs: 'csharp',
  kt: 'kotlin',
  yml: 'yaml',
  md: 'markdown',
};

export function codeBlocksIn(prompt: string): readonly CodeBlock[] {
  return [...prompt.matchAll(fencePattern)].map((match) => {
    const info = match[3] ?? '';
    const before = prompt.slice(0, match.index).split('\n').slice(-4).join('\n');
    const tag = /^[\w+#-]+/.exec(info.trim())?.[0] ?? '';
    const file = filePattern.exec(info.slice(tag.length))?.[0] ?? lastMatch(before) ?? filePattern.exec(info)?.[0];
    const extension = file?.split('.').at(-1) ?? '';
    const name = (tag === '' || tag.includes('.') ? extension : tag).toLowerCase();
    return {
      code: match[4] ?? '',
      language: languagesByExtension[name] ?? name,
      file,
      isSelection: /select/i.test(before) || /select/i.test(info),
    };
  });
}

/** The prompt without its code: what the user wrote. */
export function withoutCode(prompt: string): string {
  return prompt.replace(fencePattern, '').trim();
}

/** A backtick fence no line of the code can close. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

function lastMatch(text: string): string | undefined {
  return [...text.matchAll(new RegExp(filePattern, 'g'))].at(-1)?.[0];
}
