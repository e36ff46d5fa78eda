/**
 * Makes Markdown from elsewhere one part of a larger document: its headings go below `level`, a fence that was cut is
 * closed, pictures become links (a preview would load them and tell their server who reads) and HTML stays text. Code
 * stays as it is.
 *
 * How a reader sees code depends on the list it stands in. Fences are therefore rewritten in the one form that is a
 * fence in every list, and inline code is believed only where no other reading is possible.
 */
export function embeddedMarkdown(markdown: string, level: number): string {
  const written: string[] = [];
  let text: string[] = [];
  let fence: Fence | undefined;
  const endText = () => {
    written.push(...embeddedText(text, level));
    text = [];
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (fence) {
      if (fence.isClosedBy(line)) {
        written.push(fence.closing);
        fence = undefined;
      } else {
        written.push(fence.inside(line));
      }
      continue;
    }
    fence = Fence.openedBy(line);
    if (!fence) {
      text.push(line);
      continue;
    }
    endText();
    written.push(...fence.opening);
  }
  endText();
  if (fence) written.push(fence.closing);
  return written.join('\n');
}

/**
 * Text that stays text wherever it is put into Markdown, on one line. A web address must not become a link by itself: it
 * would take in the backslash in front of what follows.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$!&]|:(?=\/\/)/g, '\\$&');
}

/** A block of code that is being read. */
class Fence {
  private constructor(
    private readonly marker: string,
    private readonly run: string,
    private readonly info: string,
    private readonly width: number,
  ) {}

  static openedBy(line: string): Fence | undefined {
    const [, before = '', run, info = ''] = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (run === undefined || (run.startsWith('`') && info.includes('`'))) return undefined;
    return new Fence(before.trimEnd(), run, info.trimEnd(), before.length);
  }

  get opening(): readonly string[] {
    // A marker alone under a line of text could make a heading of it.
    return [...(this.marker ? ['', this.marker] : []), `${this.indent}${this.run}${this.info}`];
  }

  get closing(): string {
    return `${this.indent}${this.run}`;
  }

  isClosedBy(line: string): boolean {
    const trimmed = line.trim();
    return trimmed.startsWith(this.run) && trimmed === trimmed[0]?.repeat(trimmed.length);
  }

  inside(line: string): string {
    const blank = /^\s*/.exec(line)?.[0].length ?? 0;
    return line.trim() === '' ? '' : this.indent + line.slice(Math.min(blank, this.width));
  }

  /** Further in, it would be a fence only inside some lists. */
  private get indent(): string {
    return ' '.repeat(Math.min(this.width, 3));
  }
}

function embeddedText(lines: readonly string[], level: number): readonly string[] {
  const shown = hasLooseMath(lines) ? lines.map((line) => line.replaceAll('$$', '&#36;&#36;')) : lines;
  return paragraphs(shown).flatMap((paragraph) => {
    const believesCode =
      paragraph.every((line) => piecesOf(line) !== undefined) && !paragraph.some((line) => line.includes('$'));
    return paragraph.flatMap((line, index) => {
      const heading = /^( {0,3}(?:(?:>|[-*+]|\d{1,9}[.)])\s*)*)(#{1,6})(?=\s|$)/.exec(line);
      const [start = '', prefix = '', marks = ''] = heading ?? [];
      const lower = heading ? `${prefix}${'#'.repeat(Math.min(6, marks.length + level))}` : '';
      const rest = line.slice(start.length);
      const pieces = (believesCode ? piecesOf(rest) : undefined) ?? [{ text: rest, isCode: false }];
      const quiet = lower + pieces.map((piece) => (piece.isCode ? piece.text : withoutContent(piece.text))).join('');
      // A line of dashes or equals signs would make a heading of the line above.
      if (/^\s*=+\s*$/.test(quiet)) return [quiet.replace('=', '\\=')];
      return index > 0 && /^\s*-+\s*$/.test(quiet) ? ['', quiet] : [quiet];
    });
  });
}

/** Lines that stand together, the blank ones by themselves. */
function paragraphs(lines: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let wasBlank = true;
  for (const line of lines) {
    const isBlank = line.trim() === '';
    const last = found.at(-1);
    if (last && !isBlank && !wasBlank) last.push(line);
    else found.push([line]);
    wasBlank = isBlank;
  }
  return found;
}

/** Longer lines are not searched for inline code. UTF-16 units. */
const longestLine = 2_000;

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** A line as text and inline code. Undefined: what is code depends on other lines or on links and tables. */
function piecesOf(line: string): readonly Piece[] | undefined {
  if (!line.includes('`')) return [{ text: line, isCode: false }];
  if (line.length > longestLine || /\]\([^)]*`|\]\[[^\]]*`|(?:\/\/|www\.)\S*`/i.test(line)) return undefined;
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < line.length; ) {
    if (line[at] === '\\') {
      at += 2;
      continue;
    }
    const run = line[at] === '`' ? (/^`+/.exec(line.slice(at))?.[0] ?? '') : '';
    if (run === '') {
      at += 1;
      continue;
    }
    const length = closingRun(line.slice(at + run.length), run.length);
    const end = length === undefined ? undefined : at + run.length + length;
    const code = line.slice(at, end);
    if (end === undefined || code.includes('|')) return undefined;
    pieces.push({ text: line.slice(from, at), isCode: false }, { text: code, isCode: true });
    from = end;
    at = end;
  }
  return [...pieces, { text: line.slice(from), isCode: false }];
}

/** Where the first run of exactly `length` backticks ends. */
function closingRun(text: string, length: number): number | undefined {
  for (const { 0: run, index } of text.matchAll(/`+/g)) if (run.length === length) return index + run.length;
  return undefined;
}

function withoutContent(text: string): string {
  return text
    .replace(/!+/g, (marks, at: number) => (text[at + marks.length] === '[' ? '' : marks))
    .replaceAll(']:', ']&#58;')
    .replace(/<(?!https?:\/\/[^\s<>`]+>)(?=[a-z/!?])/gi, '&lt;');
}

/** Whether a formula could go on into what follows, and swallow the fence that begins there. */
function hasLooseMath(lines: readonly string[]): boolean {
  let isOpen = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '$$') isOpen = !isOpen;
    else if (trimmed.includes('$$') && !/^\$\$[^$]+\$\$$/.test(trimmed)) return true;
  }
  return isOpen;
}
