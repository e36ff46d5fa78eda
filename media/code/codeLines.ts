import { element } from '../base/element';
import { longLineClass } from '../base/longLines';

/** Lines that are laid out together. A browser lays a text out as a whole, so that long code has to be in pieces. */
const linesPerGroup = 64;
/** Appending to a text copies all of it. */
const nodeChars = 4_000;
/** What is longer of a line is in pieces too, one beside the other. The style sheet guesses how wide they are. */
const charsInLine = 2_000;

/** The text of a block of code, in groups of lines of which those out of sight cost nothing. */
export class CodeLines {
  readonly element = element('code');
  private group: HTMLElement | undefined;
  private node: Text | undefined;
  private linesInGroup = 0;
  /** Of the line that is being filled. */
  private charsOnLine = 0;
  private linePiece: Text | undefined;
  private breaks = 0;
  /** A line break at the end, which is shown once there is a line behind it. */
  private lastBreak = '';

  /** How many lines are shown. */
  get count(): number {
    return this.breaks + 1;
  }

  get groups(): readonly Element[] {
    return Array.from(this.element.children);
  }

  append(more: string): void {
    const all = this.lastBreak + more;
    this.lastBreak = all.endsWith('\n') ? '\n' : '';
    const text = all.slice(0, all.length - this.lastBreak.length);
    for (let from = 0; from < text.length; ) {
      const to = this.endOfGroup(text, from);
      this.add(text.slice(from, to));
      if (this.linesInGroup >= linesPerGroup) this.group = undefined;
      from = to;
    }
  }

  clear(): void {
    this.element.replaceChildren();
    this.group = undefined;
    this.lastBreak = '';
    this.breaks = 0;
    this.endLine();
  }

  /** Where the group ends that is being filled, behind a line break; counts the lines up to there. */
  private endOfGroup(text: string, from: number): number {
    if (!this.group) this.linesInGroup = 0;
    let at = from;
    while (this.linesInGroup < linesPerGroup) {
      const end = text.indexOf('\n', at);
      if (end < 0) return text.length;
      this.linesInGroup += 1;
      this.breaks += 1;
      at = end + 1;
    }
    return at;
  }

  private add(text: string): void {
    if (!this.group) {
      this.group = element('span', 'lines');
      this.node = undefined;
      this.element.append(this.group);
    }
    let added = 0;
    for (let from = 0; from < text.length; ) {
      const lineBreak = text.indexOf('\n', from);
      const end = lineBreak < 0 ? text.length : lineBreak;
      const room = Math.max(0, charsInLine - this.charsOnLine);
      if (end - from > room) {
        this.addPlain(text.slice(added, from + room), this.group);
        this.addToLine(text.slice(from + room, end), this.group);
        added = end;
      }
      if (lineBreak < 0) this.charsOnLine += end - from;
      else this.endLine();
      from = end + 1;
    }
    this.addPlain(text.slice(added), this.group);
  }

  private addPlain(text: string, group: HTMLElement): void {
    if (text === '') return;
    if (this.node && this.node.length < nodeChars) this.node.appendData(text);
    else {
      this.node = document.createTextNode(text);
      group.append(this.node);
    }
  }

  /** Goes on with a line that is too long, in pieces. */
  private addToLine(text: string, group: HTMLElement): void {
    this.node = undefined;
    group.classList.add(longLineClass);
    for (let from = 0; from < text.length; ) {
      if (!this.linePiece || this.linePiece.length >= charsInLine) {
        this.linePiece = document.createTextNode('');
        group.append(element('span', 'line-piece', this.linePiece));
      }
      const to = from + charsInLine - this.linePiece.length;
      this.linePiece.appendData(text.slice(from, to));
      from = to;
    }
  }

  private endLine(): void {
    this.charsOnLine = 0;
    this.linePiece = undefined;
  }
}
