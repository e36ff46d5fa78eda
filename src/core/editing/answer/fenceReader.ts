type State = 'before' | 'inside' | 'after';

/**
 * Takes the code out of a streamed answer that holds it in one fenced block. What stands before and after the block is
 * left out. Each piece costs what it adds.
 */
export class FenceReader {
  private state: State = 'before';
  /** The unfinished last line, held back while it may still turn out to be a fence. */
  private line = '';
  private fence = '';
  private readonly lines: string[] = [];

  /** True once the block was closed. Code without its closing fence was cut. */
  get isClosed(): boolean {
    return this.state === 'after';
  }

  /** The lines of code that are certain so far, without the one being written. */
  get codeLines(): readonly string[] {
    return this.lines;
  }

  push(text: string): void {
    this.line += text;
    for (let end = this.line.indexOf('\n'); end >= 0; end = this.line.indexOf('\n')) {
      this.takeLine(this.line.slice(0, end).replace(/\r$/, ''));
      this.line = this.line.slice(end + 1);
    }
  }

  /** Says that nothing more comes: the last line needs no line break. */
  end(): void {
    if (this.line !== '') this.takeLine(this.line);
    this.line = '';
  }

  private takeLine(line: string): void {
    switch (this.state) {
      case 'before': {
        const opening = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
        if (opening) {
          this.fence = opening;
          this.state = 'inside';
        }
        return;
      }
      case 'inside':
        if (this.closes(line)) this.state = 'after';
        else this.lines.push(line);
        return;
      case 'after':
        return;
    }
  }

  private closes(line: string): boolean {
    const run = line.trim();
    const char = this.fence.charAt(0);
    return run.length >= this.fence.length && run === char.repeat(run.length) && line.search(/\S/) <= 3;
  }
}
