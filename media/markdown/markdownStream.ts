import type { Env } from 'markdown-it';
import type { OpenFence } from '../../src/markdown/openFence';
import { parseBlocks } from '../../src/markdown/parser';
import type { Block } from '../blocks/blocks';
import type { References, Scope } from '../blocks/references';
import { countFinal, formulaLine } from './closedBlocks';
import { advance, type Continuation, textIn } from './continuation';
import { isBlank, startOfLine } from './lines';
import { findClosing, isClosedFence, isHeldBack, openFence, readLine } from './openFence';
import { isAmbiguous } from './partialLine';
import { readBlocks } from './readBlocks';
import { SourceReader } from './sourceReader';

/** Where the blocks of a growing answer are shown. Finished ones are never named again. */
export interface BlockPage {
  /** Shows these as the unfinished blocks. The first continues the one that was first before, if that is not final. */
  show(blocks: readonly Block[], scope: Scope): void;
  /** The first of the unfinished blocks are final. */
  finish(count: number, scope: Scope): void;
  /** The first items, rows or blocks in the only unfinished block are final; it will be shown without them. */
  finishInside(count: number, scope: Scope): void;
  /** The only unfinished block is code, and goes on. */
  growCode(text: string): void;
}

/** Open blocks that are longer than this are finished in parts. Below, it is cheaper to read them again. */
const longChars = 1_500;

interface Reading {
  readonly blocks: readonly Block[];
  readonly env: Env;
  /** What was parsed: the lines of the blocks are lines of this. */
  readonly source: string;
  /** How much of it is not from the tail. */
  readonly prefixLength: number;
}

/**
 * Reads an answer while it arrives, at a cost that depends on what arrives and not on what is there. Markdown is read line
 * by line, and no line opens a block again that another has closed: so only the last block is parsed again, from the line
 * on which it, or its last item or row, begins. In the end there is what the parser makes of the whole text.
 */
export class MarkdownStream {
  private readonly reader = new SourceReader();
  /** The source of what is not finished. */
  private tail = '';
  /** How much was read into the tail until now. */
  private received = 0;
  private finishedChars = 0;
  /** How much of the tail was looked through for finished blocks: all its whole lines. */
  private checked = 0;
  /** How much of the tail is on the page; undefined if that must be shown again. */
  private shown: number | undefined;
  private continuation: Continuation | undefined;
  private fence: OpenFence | undefined;
  /** What the block said that was finished last. */
  private before = '';

  constructor(
    private readonly page: BlockPage,
    private readonly references: References,
    private readonly partsFrom = longChars,
  ) {}

  /** How much of the source the finished blocks stand for, or less. UTF-16 units. */
  get finishedLength(): number {
    return this.finishedChars;
  }

  push(text: string): void {
    this.receive(this.reader.push(text));
    this.read();
    if (this.fence) this.showCode(isHeldBack(this.fence, this.tail) ? 0 : this.tail.length);
    else this.showTail();
  }

  /** No more comes: the last line is whole although it has no break. */
  end(): void {
    this.receive(this.reader.end());
    this.read();
    if (this.fence) {
      // The parser leaves blanks out that stand behind the last line break.
      this.showCode(readLine(this.fence, this.tail) || isBlank(this.tail) ? 0 : this.tail.length);
      this.page.finish(1, this.references.scope());
    } else {
      const reading = this.parse(this.tail);
      this.finish(reading, reading.blocks.length);
    }
    this.tail = '';
    this.finishTo();
  }

  private receive(text: string): void {
    this.tail += text;
    this.received += text.length;
  }

  /** What is not in the tail any more is finished. Line breaks of two units were read as one. */
  private finishTo(): void {
    this.finishedChars = this.received - this.tail.length;
  }

  /** Finishes all that the whole lines have closed. */
  private read(): void {
    for (let isChanged = false; ; ) {
      if (this.fence && !this.readCode(this.fence)) return;
      const end = this.tail.lastIndexOf('\n') + 1;
      if (end <= this.checked && !isChanged) return;
      this.checked = end;
      isChanged = this.readLines();
    }
  }

  /** Whether what is left must be read once more. */
  private readLines(): boolean {
    const reading = this.parse(this.tail.slice(0, this.checked));
    const { blocks, source } = reading;
    const [block] = blocks;
    const heldLine = formulaLine(source);
    const last = blocks.at(-1);
    const isClosed = last?.kind === 'code' && last.endLine <= heldLine && isClosedFence(last, source);
    const count = isClosed ? blocks.length : countFinal(blocks, heldLine);
    if (count > 0) {
      this.finish(reading, count);
      this.drop(reading, blocks[count]?.line ?? last?.endLine ?? 0);
      this.finishTo();
      this.continuation = undefined;
      return true;
    }
    if (!block || blocks.length > 1) return false;
    if (block.kind === 'code' && block.line < heldLine) {
      this.fence = openFence(block, source);
      if (this.fence) this.openCode(reading);
      return this.fence !== undefined;
    }
    if (source.length > this.partsFrom) this.finishParts(reading, block);
    return false;
  }

  private parse(text: string): Reading {
    const { continuation } = this;
    const prefix = continuation?.prefix ?? '';
    const source = prefix + text;
    const env = this.references.openEnv();
    const before = continuation ? continuation.before : { source: this.before, token: 0 };
    const blocks = readBlocks(parseBlocks(source, env), before);
    const [first, ...others] = blocks;
    if (!continuation || !first) return { blocks, env, source, prefixLength: prefix.length };
    const joined = continuation.join(first, source);
    if (joined) return { blocks: [joined, ...others], env, source, prefixLength: prefix.length };
    this.continuation = undefined;
    this.shown = undefined;
    this.tail = continuation.source + this.tail;
    this.checked += continuation.source.length;
    return this.parse(continuation.source + text);
  }

  private finish({ blocks, env }: Reading, count: number): void {
    const finished = blocks.slice(0, count);
    this.references.finish(finished, env);
    const scope = this.references.scope();
    this.page.show(finished, scope);
    this.page.finish(count, scope);
    this.before = textIn(finished.at(-1));
    this.shown = undefined;
  }

  private finishParts(reading: Reading, block: Block): void {
    const step = advance(block, reading.source, this.continuation);
    if (!step) return;
    this.references.finish(step.blocks, reading.env);
    if (step.count > 0) {
      const scope = this.references.scope();
      this.page.show([block], scope);
      this.page.finishInside(step.count, scope);
    }
    this.drop(reading, step.line);
    this.continuation = step.continuation;
    this.shown = undefined;
  }

  /** Forgets the source up to this line. */
  private drop({ source, prefixLength }: Reading, line: number): void {
    const length = Math.max(0, startOfLine(source, line) - prefixLength);
    this.tail = this.tail.slice(length);
    this.checked -= length;
  }

  private showTail(): void {
    const end = isAmbiguous(this.tail.slice(this.checked)) ? this.checked : this.tail.length;
    if (end === this.shown) return;
    this.shown = end;
    const { blocks, env } = this.parse(this.tail.slice(0, end));
    this.page.show(blocks, this.references.scope(env));
  }

  private openCode({ blocks, env }: Reading): void {
    this.page.show(blocks, this.references.scope(env));
    this.tail = this.tail.slice(this.checked);
    this.checked = 0;
    this.shown = 0;
  }

  /** Whether the fence is closed now. */
  private readCode(fence: OpenFence): boolean {
    const closing = findClosing(fence, this.tail);
    const [start, end] = closing ?? Array<number>(2).fill(this.tail.lastIndexOf('\n') + 1);
    this.showCode(start);
    this.tail = this.tail.slice(end);
    this.shown = Math.max(0, (this.shown ?? 0) - end);
    if (!closing) return false;
    this.page.finish(1, this.references.scope());
    this.finishTo();
    this.fence = undefined;
    this.before = '';
    this.checked = 0;
    this.shown = undefined;
    return true;
  }

  /** Shows the tail up to here, as the next of the open code. */
  private showCode(end: number): void {
    const shown = this.shown ?? 0;
    if (end <= shown) return;
    this.page.growCode(this.tail.slice(shown, end));
    this.shown = end;
  }
}
