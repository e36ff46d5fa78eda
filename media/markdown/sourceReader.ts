import { withPlainBreaks } from '../../src/markdown/parser';

/** Makes line breaks alike while text arrives. What may be cut in two is held back until its second half is there. */
export class SourceReader {
  private held = '';

  push(chunk: string): string {
    const text = this.held + chunk;
    this.held = '';
    const last = text.charCodeAt(text.length - 1);
    if (last !== carriageReturn && !isHighSurrogate(last)) return withPlainBreaks(text);
    this.held = text.slice(-1);
    return withPlainBreaks(text.slice(0, -1));
  }

  end(): string {
    const rest = this.held;
    this.held = '';
    return withPlainBreaks(rest);
  }
}

const carriageReturn = 13;

function isHighSurrogate(code: number): boolean {
  return code >> 10 === 0x36;
}
