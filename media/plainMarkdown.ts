/** What to do to the page next. `text` always goes to the block opened last. */
export type TextOperation =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'text'; readonly text: string };

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
}

/** `start`: only blanks so far. `run`: fence marks follow. `info`: what stands behind them. `body`: sure to be text. */
type LinePhase = 'start' | 'run' | 'info' | 'body';

const shortestFence = 3;
const maxLanguageChars = 40;

/**
 * Splits an answer into paragraphs and fenced code while it arrives. Each character is looked at once, and only the
 * beginning of a line that may still turn out to be a fence is held back, so a delta costs what the delta is long.
 */
export class PlainMarkdown {
  private phase: LinePhase = 'start';
  private held = '';
  private mark = '';
  private run = 0;
  private indent = 0;
  private fence: Fence | undefined;
  private blockHasLines = false;
  private skipLineFeed = false;
  private operations: TextOperation[] = [];

  push(chunk: string): readonly TextOperation[] {
    let at = 0;
    while (at < chunk.length) {
      const char = chunk.charAt(at);
      if (this.skipLineFeed) {
        this.skipLineFeed = false;
        if (char === '\n') {
          at += 1;
          continue;
        }
      }
      if (char === '\n' || char === '\r') {
        this.skipLineFeed = char === '\r';
        this.endLine();
        at += 1;
      } else if (this.phase === 'body') {
        const end = endOfLine(chunk, at);
        this.addText(chunk.slice(at, end));
        at = end;
      } else {
        this.step(char);
        at += 1;
      }
    }
    return this.take();
  }

  /** Says that the last line is whole although no line break came. */
  end(): readonly TextOperation[] {
    if (this.phase === 'run' || this.phase === 'info') this.endLine();
    return this.take();
  }

  private step(char: string): void {
    const isBlank = char === ' ' || char === '\t';
    if (this.phase === 'start') {
      if (isBlank) this.held += char;
      else if (this.mayBeFence(char)) this.beginRun(char);
      else this.beginBody(char);
      return;
    }
    if (this.phase === 'run') {
      if (char === this.mark) {
        this.run += 1;
        this.held += char;
        return;
      }
      if (this.run < (this.fence?.length ?? shortestFence)) {
        this.beginBody(char);
        return;
      }
      this.phase = 'info';
    }
    // Only blanks may follow a closing fence, and a back-tick after an opening one makes it code inside a sentence.
    const breaksFence = this.fence ? !isBlank : this.mark === '`' && char === '`';
    if (breaksFence) this.beginBody(char);
    else this.held += char;
  }

  private mayBeFence(char: string): boolean {
    if (!this.fence) return char === '`' || char === '~';
    return char === this.fence.mark && this.held.length <= this.fence.indent + 3;
  }

  private beginRun(char: string): void {
    this.phase = 'run';
    this.indent = this.held.length;
    this.mark = char;
    this.run = 1;
    this.held += char;
  }

  private beginBody(char: string): void {
    this.phase = 'body';
    this.addLine(this.held + char);
    this.held = '';
  }

  private endLine(): void {
    const isFence =
      (this.phase === 'run' || this.phase === 'info') && this.run >= (this.fence?.length ?? shortestFence);
    if (isFence) this.toggleFence();
    else if (this.phase === 'run' || this.phase === 'info') this.addLine(this.held);
    else if (this.phase === 'start') this.addBlankLine();
    this.phase = 'start';
    this.held = '';
  }

  private toggleFence(): void {
    this.blockHasLines = false;
    if (this.fence) {
      this.fence = undefined;
      return;
    }
    this.fence = { mark: this.mark, length: this.run, indent: this.indent };
    const info = this.held.slice(this.indent + this.run).trim();
    this.operations.push({ kind: 'code', language: info.split(/\s/, 1).join('').slice(0, maxLanguageChars) });
  }

  private addBlankLine(): void {
    if (this.fence) this.addLine(this.held);
    else this.blockHasLines = false;
  }

  private addLine(line: string): void {
    if (!this.blockHasLines && !this.fence) this.operations.push({ kind: 'paragraph' });
    const text = this.fence ? withoutIndent(line, this.fence.indent) : line;
    this.addText(this.blockHasLines ? `\n${text}` : text);
    this.blockHasLines = true;
  }

  private addText(text: string): void {
    const last = this.operations.at(-1);
    if (last?.kind === 'text') this.operations[this.operations.length - 1] = { kind: 'text', text: last.text + text };
    else if (text !== '') this.operations.push({ kind: 'text', text });
  }

  private take(): readonly TextOperation[] {
    const taken = this.operations;
    this.operations = [];
    return taken;
  }
}

function endOfLine(chunk: string, from: number): number {
  for (let at = from; at < chunk.length; at++) {
    const char = chunk.charCodeAt(at);
    if (char === 10 || char === 13) return at;
  }
  return chunk.length;
}

/** Code in a list is indented together with its fence; that much is not part of the code. */
function withoutIndent(line: string, indent: number): string {
  let at = 0;
  while (at < indent && (line[at] === ' ' || line[at] === '\t')) at += 1;
  return line.slice(at);
}
