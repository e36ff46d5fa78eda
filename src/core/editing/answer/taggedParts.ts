import type { AnswerForm } from '../ask/answerForm';

/** What stands between the tags of one number. */
export interface TaggedPart {
  readonly number: number;
  readonly lines: readonly string[];
  readonly isClosed: boolean;
}

/** Takes the parts out of a streamed answer. Each piece costs what it adds. */
export class TaggedParts {
  /** In the order of the answer. A number may come twice. */
  readonly parts: readonly TaggedPart[];
  /** True if a tag stands where none may: inside a part, or without its beginning. */
  isMalformed = false;
  private readonly found: { number: number; lines: string[]; isClosed: boolean }[] = [];
  private readonly tag: RegExp;
  /** The unfinished last line, of which it is not known yet what it is. */
  private line = '';

  constructor({ tag }: AnswerForm) {
    this.parts = this.found;
    this.tag = new RegExp(`<(/?)${tag}-(\\d+)\\s*>`, 'i');
  }

  push(text: string): void {
    const lines = (this.line + text).split('\n');
    this.line = lines.pop() ?? '';
    for (const line of lines) this.takeLine(line.replace(/\r$/, ''));
  }

  /** Says that nothing more comes: the last line needs no line break. */
  end(): void {
    if (this.line !== '') this.takeLine(this.line.replace(/\r$/, ''));
    this.line = '';
  }

  private takeLine(line: string): void {
    const match = this.tag.exec(line);
    const open = this.found.at(-1)?.isClosed === false ? this.found.at(-1) : undefined;
    if (!match) {
      open?.lines.push(line);
      return;
    }
    const [before, after] = [line.slice(0, match.index), line.slice(match.index + match[0].length)];
    const number = Number(match[2]);
    if (match[1] === '') this.open(open, number, after);
    else this.close(open, number, before, after);
  }

  private open(open: TaggedPart | undefined, number: number, after: string): void {
    if (open) this.isMalformed = true;
    this.found.push({ number, lines: [], isClosed: false });
    if (after.trim() !== '') this.takeLine(after);
  }

  private close(
    open: { number: number; lines: string[]; isClosed: boolean } | undefined,
    number: number,
    before: string,
    after: string,
  ): void {
    if (open?.number !== number) {
      this.isMalformed = true;
      return;
    }
    if (before.trim() !== '') open.lines.push(before);
    open.isClosed = true;
    this.takeLine(after);
  }
}
