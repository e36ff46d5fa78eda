/** A fenced block found in a prompt. */
export interface CodeBlock {
  readonly code: string;
  /** Lower-case, from the fence or the file name; empty when neither tells. */
  readonly language: string;
  /** As the prompt gives it, or undefined. */
  readonly file: string | undefined;
  /** The number of its first line in the file, from "lines 3-9" or "line 3" before the block; else 1. */
  readonly firstLine: number;
  /** The line before the block calls it the selection, and not what stands before or after that. */
  readonly isSelection: boolean;
}

const fencePattern = /^([ \t]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)(?:\n)?^[ \t]*\2[`~]*[ \t]*$/gm;
/** A line that says what the block below it is, and asks for nothing: "src/a.ts, lines 3-9:", "The selection:". */
const labelPattern =
  /^(?:(?:(?:before |between |after )?(?:this |the )?selection)\b[^\n]*|[^\n]*, lines? \d[^\n]*):[ \t]*\n+(?=[ \t]*(?:`{3}|~{3}))/gim;
const filePattern = /[\w@.~-]*(?:[\\/][\w@. -]*)*[\w-]\.[a-zA-Z]\w{0,9}\b/;

/** By file extension, fence tag or VS Code language id; names that are right already are not listed. */
const languageNames: Readonly<Record<string, string>> = {
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'typescript',
  typescriptreact: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  javascriptreact: 'javascript',
  py: 'python',
  rs: 'rust',
  rb: 'ruby',
  sh: 'bash',
  shellscript: 'bash',
  cs: 'csharp',
  kt: 'kotlin',
  yml: 'yaml',
  md: 'markdown',
};

export function codeBlocksIn(prompt: string): readonly CodeBlock[] {
  return [...prompt.matchAll(fencePattern)].map((match) => {
    const info = match[3] ?? '';
    const before = prompt.slice(0, match.index).trimEnd().split('\n').slice(-3).join('\n');
    const label = before.split('\n').at(-1) ?? '';
    const tag = /^[\w+#-]+/.exec(info.trim())?.[0] ?? '';
    const file = filePattern.exec(info.slice(tag.length))?.[0] ?? lastMatch(before) ?? filePattern.exec(info)?.[0];
    const extension = file?.split('.').at(-1) ?? '';
    const name = (tag === '' || tag.includes('.') ? extension : tag).toLowerCase();
    return {
      code: match[4] ?? '',
      language: languageNames[name] ?? name,
      file,
      firstLine: Number(/\blines?\s+(\d+)/i.exec(label)?.[1] ?? 1),
      isSelection: /select/i.test(label + info) && !/\b(before|between|after)\b/i.test(label),
    };
  });
}

/** The prompt without its code and the lines that introduce it: what the user wrote. */
export function withoutCode(prompt: string): string {
  const words = prompt.replace(labelPattern, '').replace(fencePattern, '');
  return words.trim();
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
