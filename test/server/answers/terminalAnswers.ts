import { type CodeBlock, fenced } from './codeBlock';

/** A way in which commands fail, with the command that helps and what there is to say about it. */
interface Remedy {
  readonly seen: RegExp;
  readonly command: (line: string, match: RegExpExecArray) => string;
  readonly note: string;
}

const remedies: readonly Remedy[] = [
  {
    seen: /The most similar commands? (?:is|are)\s+(\S+)/,
    command: (line, [, right = '']) => line.replace(/^(\s*git\s+)\S+/, `$1${right}`),
    note: 'Runs the git command that is spelt most like yours.',
  },
  {
    seen: /Did you mean (?:this|one of these)\?\s+(?:npm )?(?:run )?(\S+)/,
    command: (line, [, right = '']) => line.replace(/\S+\s*$/, right),
    note: 'Runs the name that the program suggested.',
  },
  {
    seen: /No such file or directory/,
    command: () => 'ls -la',
    note: 'Lists what is in this folder, to find the right name.',
  },
  {
    seen: /(?:command not found|is not recognized|not found)/,
    command: (line) => `command -v ${line.trim().split(/\s+/)[0] ?? ''}`,
    note: 'Tells whether the program is installed.',
  },
  {
    seen: /[Pp]ermission denied/,
    command: (line) => `ls -l ${line.trim().split(/\s+/).at(-1) ?? ''}`,
    note: 'Shows who may do what with it.',
  },
];

/** The corrected command in a block, then a sentence, as a client asks for them. */
export function terminalFixFor(prompt: string, blocks: readonly CodeBlock[]): string {
  const [first, last] = [blocks[0]?.code ?? '', blocks.at(-1)?.code ?? ''];
  const line = /^The command:/m.test(prompt)
    ? first
    : (/^\s*(?:\S*[$#>])\s+(.+)$/m.exec(first)?.[1] ?? first.split('\n')[0] ?? '');
  for (const { seen, command, note } of remedies) {
    const match = seen.exec(last);
    if (match) return `${fenced(command(line, match), 'sh')}\n\n${note}`;
  }
  return `${fenced(`${line.trim().split(/\s+/)[0] ?? ''} --help`, 'sh')}\n\nShows how the program is used.`;
}

/** Says what can be seen in the output of a terminal. */
export function explainOutput({ code }: CodeBlock): string {
  const lines = code.split('\n');
  const wrong = lines.filter((line) =>
    /\b(?:error|fatal|failed|failure|denied|not found|cannot|exception|warning)\b/i.test(line),
  );
  const shown = wrong.slice(0, 3).map((line) => `- \`${line.trim().replaceAll('`', "'")}\``);
  const found =
    shown.length === 0
      ? 'Nothing in it says that something went wrong.'
      : `These lines say that something went wrong:\n\n${shown.join('\n')}\n\nThe first of them is the place to start.`;
  return `This is ${lines.length} ${lines.length === 1 ? 'line' : 'lines'} of output from a terminal. ${found}`;
}
