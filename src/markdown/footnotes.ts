import type { Env, StateBlock, StateInline, Token } from 'markdown-it';

/** Which footnotes there are. They are numbered in the order in which they are written down. */
export class Footnotes {
  private readonly numbers: Record<string, number>;
  private last: number;

  /** `before`: what is known already. It is not changed. */
  constructor(
    private readonly before?: Footnotes,
    /** Called with each label that is looked up in vain. */
    private readonly onMissing?: (label: string) => void,
  ) {
    this.numbers = Object.create(before?.numbers ?? null);
    this.last = before?.last ?? 0;
  }

  /** The number of the next footnote. Of two with one label, the text names the first. */
  add(label: string): number {
    this.last += 1;
    this.numbers[label] ??= this.last;
    return this.last;
  }

  numberOf(label: string): number | undefined {
    const number = this.numbers[label];
    if (number === undefined) this.onMissing?.(label);
    return number;
  }

  /** The same for the same footnotes on top of those from before. */
  get key(): string {
    return `${this.before?.last ?? 0} ${JSON.stringify(this.numbers)}`;
  }
}

const footnotes = Symbol('footnotes');

export function withFootnotes(env: Env, found: Footnotes): Env {
  return { ...env, [footnotes]: found };
}

export function footnotesIn(env: Env): Footnotes | undefined {
  const found = env[footnotes];
  return found instanceof Footnotes ? found : undefined;
}

const definition = /^\[\^([^\s[\]]{1,100})\]:/;
const mention = /^\[\^([^\s[\]]{1,100})\]/;
const longestMention = 103;
/** How far in the lines of a footnote stand that are not its first. Columns. */
const indent = 4;

/** `[^1]: text` at the beginning of a line, with all that follows further in. */
export function footnote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('[^', start) || !isAtTop(state, startLine, silent)) return false;
  const [mark = '', label = ''] = definition.exec(state.src.slice(start, state.eMarks[startLine])) ?? [];
  if (mark === '') return false;
  if (silent) return true;
  const key = state.md.utils.normalizeReference(label);
  const known = footnotesIn(state.env) ?? new Footnotes();
  Object.assign(state.env, withFootnotes({}, known));
  const open = state.push('footnote_open', '', 1);
  open.meta = { label, number: known.add(key) };
  readInside(state, startLine, endLine, start + mark.length);
  open.map = [startLine, state.line];
  state.push('footnote_close', '', -1);
  return true;
}

/** Reads the blocks of a footnote, as if what stands before its text were blanks. */
function readInside(state: StateBlock, line: number, endLine: number, start: number): void {
  const { bMarks, tShift, sCount } = state;
  const before = [bMarks[line] ?? 0, tShift[line] ?? 0, sCount[line] ?? 0] as const;
  const blanks = state.skipSpaces(start) - start;
  [bMarks[line], tShift[line], sCount[line]] = [start, blanks, indent];
  const type = state.parentType;
  state.parentType = 'footnote';
  state.blkIndent += indent;
  state.md.block.tokenize(state, line, endLine);
  state.blkIndent -= indent;
  state.parentType = type;
  [bMarks[line], tShift[line], sCount[line]] = before;
}

/** Only there footnotes are written down: not in lists and quotes, though they may end one. */
function isAtTop(state: StateBlock, line: number, isAsked: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const before = state.src.slice(state.src.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^ {0,3}$/.test(before)) return false;
  return state.blkIndent === 0 || (isAsked && (state.sCount[line] ?? 0) < state.blkIndent);
}

/** `[^1]` in the text. In that of a link it would lead to two places: there, and while one is looked for, it is text. */
export function footnoteMention(state: StateInline, silent: boolean): boolean {
  const { src, pos, env } = state;
  if (silent || !src.startsWith('[^', pos) || state.linkLevel > 0) return false;
  const [mark = '', label = ''] = mention.exec(src.slice(pos, pos + longestMention)) ?? [];
  if (mark === '' || pos + mark.length > state.posMax) return false;
  const number = footnotesIn(env)?.numberOf(state.md.utils.normalizeReference(label));
  if (number === undefined) return false;
  state.push('footnote_mention', 'sup', 0).meta = { number };
  state.pos = pos + mark.length;
  return true;
}

/** The tokens in the order in which they are shown: footnotes come last. */
export function footnotesLast(tokens: readonly Token[]): readonly Token[] {
  let isNote = false;
  const notes = new Set(
    tokens.filter(({ type }) => {
      const isPart = isNote || type === 'footnote_open';
      isNote = isPart && type !== 'footnote_close';
      return isPart;
    }),
  );
  return [...tokens.filter((token) => !notes.has(token)), ...notes];
}
