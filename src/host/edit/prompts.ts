/** What a block of shell code holds once the prompts before its commands are taken off. */
export type Session =
  /** There are no prompts in it. */
  | { readonly kind: 'plain' }
  /** What was typed, without what was printed. `language` is that of the prompts, if they name one. */
  | { readonly kind: 'typed'; readonly lines: readonly string[]; readonly language: string | undefined }
  /** Some commands have a prompt and others have none, so that nobody knows what is a command. */
  | { readonly kind: 'unclear' };

interface Prompt {
  readonly before: RegExp;
  readonly language?: string;
}

/** `(venv) `, which is put before a prompt. */
const environment = String.raw`^\s*(?:\([^()\s]+\)\s+)?`;

const prompts: readonly Prompt[] = [
  { before: new RegExp(String.raw`${environment}[$%](?:\s|$)`) },
  // user@host:~$, [user@host src]$ and user@host src %
  {
    before: new RegExp(
      String.raw`${environment}(?:[\w.-]+@[\w.-]+(?::[^\s$#%>]*| \S+)?|\[[\w.-]+@[^\]]*\])\s?[$#%](?:\s|$)`,
    ),
  },
  { before: new RegExp(`${environment}PS(?: [^>]*)?>`), language: 'powershell' },
  { before: /^\s*[A-Za-z]:\\[^>]*>/, language: 'bat' },
];
/** In a shell this writes into a file, so that it is a prompt only where all lines have it. */
const arrow = /^\s*>(?:\s|$)/;
/** What a shell puts before the further lines of one command. */
const further = /^\s*>{1,2}(?:\s|$)/;

/** `goesOn` tells whether a command has not ended at the end of a line. */
export function readSession(lines: readonly string[], goesOn: (line: string, language?: string) => boolean): Session {
  const written = lines.filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const [first = ''] = written;
  if (arrow.test(first)) {
    if (!written.every((line) => arrow.test(line))) return { kind: 'unclear' };
    return { kind: 'typed', lines: written.map((line) => line.replace(arrow, '')), language: undefined };
  }
  const prompt = prompts.find(({ before }) => before.test(first));
  if (!prompt) return { kind: written.some((line) => promptOf(line)) ? 'unclear' : 'plain' };
  const typed: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const before = promptOf(line)?.before;
    if (!before && !isOpen) continue;
    typed.push(before ? line.replace(before, '').trimStart() : line.replace(further, ''));
    isOpen = goesOn(line, prompt.language);
  }
  return { kind: 'typed', lines: typed, language: prompt.language };
}

function promptOf(line: string): Prompt | undefined {
  return prompts.find(({ before }) => before.test(line));
}
