import { isMarkdown, readInfo } from './infoString';

/** An opening fence: its marks, and what the code in it is written in. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly language: string;
}

/** Marks that are no deeper in than this close a fence. Columns. */
const deepestClosing = 3;

/** A fence inside of Markdown, which names its language. It may stand behind the marks of list items. */
const namedFence = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<marks>`{3,}|~{3,})[ \t]*(?<info>\S.*)$/;

/**
 * Looks for the end of a fence, line by line. In Markdown, a fence of the same marks with a language behind it opens one
 * inside, and the next one without closes that: this is how models write a README with code in it.
 */
export class OpenFence {
  /** The fence itself, and those that are open inside. */
  private readonly open: Fence[];

  constructor(private readonly outer: Fence) {
    this.open = [outer];
  }

  /** Takes the next whole line, and tells whether it closes the fence. `indent`: how far in it begins, in columns. */
  read(line: string, indent: number): boolean {
    const inner = this.open.at(-1) ?? this.outer;
    if (isClosing(line, inner) && (this.open.length > 1 || indent <= deepestClosing)) {
      if (this.open.length === 1) return true;
      this.open.pop();
    } else if (isMarkdown(inner.language)) {
      const nested = nestedFence(line, inner);
      if (nested) this.open.push(nested);
    }
    return false;
  }

  /** Whether the beginning of a line may still turn out to close the fence. */
  mayClose(beginning: string, indent: number): boolean {
    return this.open.length === 1 && indent <= deepestClosing && restBehindMarks(beginning, this.outer.mark) === '';
  }
}

function isClosing(line: string, { mark, length }: Fence): boolean {
  return line.startsWith(mark.repeat(length)) && restBehindMarks(line, mark) === '';
}

/** What stands behind all marks at the beginning, without the blanks at its ends. */
function restBehindMarks(line: string, mark: string): string {
  let end = 0;
  while (line[end] === mark) end += 1;
  return line.slice(end).replace(/^[ \t]+|[ \t]+$/g, '');
}

function nestedFence(line: string, { mark, length }: Fence): Fence | undefined {
  const { marks = '', info = '' } = namedFence.exec(line)?.groups ?? {};
  if (marks[0] !== mark || marks.length < length || (mark === '`' && info.includes(mark))) return undefined;
  return { mark, length: marks.length, language: readInfo(info).language };
}
