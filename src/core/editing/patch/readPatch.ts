/** One line of a hunk, without its mark. */
export interface PatchLine {
  readonly kind: 'keep' | 'remove' | 'add';
  readonly text: string;
  /** The file ends with it and has no line break there. */
  readonly isUnbroken?: true;
}

export interface PatchHunk {
  /** The line in the old file it says it begins at, counted from 1. Models count badly. */
  readonly oldStart: number | undefined;
  /** What it says stands above it, such as the head of a function. */
  readonly section: string;
  readonly lines: readonly PatchLine[];
}

/** The changes of one file. */
export interface FilePatch {
  /** As the patch names it, without `a/` and `b/`. Undefined where it names none, or `/dev/null`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  readonly hunks: readonly PatchHunk[];
}

interface OpenFile {
  from: string | undefined;
  to: string | undefined;
  isNew: boolean;
  isDeleted: boolean;
  hunks: { oldStart: number | undefined; section: string; lines: PatchLine[] }[];
}

const hunkHead = /^@@+\s*(?:-(\d+)(?:,\d+)?\s+\+\d+(?:,\d+)?\s*@@+)?\s*(.*?)\s*(?:@@+)?\s*$/;
const headers =
  /^(?:index [\da-f]+\.\.|(?:new|deleted) file mode |(?:old|new) mode |(?:dis)?similarity index |(?:copy|rename) (?:from|to) |Binary files |\*\*\* (?:Begin|End) (?:Patch|of File))/;

/** Whether text begins as patches do, whatever language it is said to be. */
export function isPatch(text: string): boolean {
  return /^\s*(?:diff --git |\*\*\* Begin Patch|@@ .*@@|<{5,9} SEARCH\b|--- .*\r?\n\+\+\+ )/.test(text);
}

/**
 * Reads a unified diff as models write it: with or without file names, with numbers in its hunks, with none, or without
 * hunk heads; also what other tools ask models for: `*** Update File:` and SEARCH/REPLACE. Files without hunks count.
 */
export function readPatch(text: string): readonly FilePatch[] {
  return new PatchReader(text.split(/\r\n|\n|\r/)).files.filter(
    ({ hunks, from, to }) => hunks.length > 0 || from !== undefined || to !== undefined,
  );
}

class PatchReader {
  readonly files: OpenFile[] = [];
  /** Inside a SEARCH/REPLACE block: what its lines are. */
  private search: 'remove' | 'add' | undefined;

  constructor(lines: readonly string[]) {
    for (let at = 0; at < lines.length; at += 1) {
      const [line = '', next = ''] = [lines[at], lines[at + 1]];
      if (line.startsWith('--- ') && next.startsWith('+++ ')) {
        this.takeNames(line.slice(4), next.slice(4));
        at += 1;
      } else {
        this.takeLine(line);
      }
    }
    for (const { hunks } of this.files) for (const hunk of hunks) dropBlankEnd(hunk.lines);
  }

  private takeLine(line: string): void {
    if (this.takeSearch(line) || this.takeHeader(line)) return;
    const { hunks } = this.file();
    if (line.startsWith('@@')) {
      const [, oldStart, section = ''] = hunkHead.exec(line) ?? [];
      hunks.push({
        oldStart: oldStart === undefined ? undefined : Number(oldStart),
        section: section === '...' ? '' : section,
        lines: [],
      });
      return;
    }
    if (line.startsWith('\\ ')) {
      const last = hunks.at(-1)?.lines.pop();
      if (last) hunks.at(-1)?.lines.push({ ...last, isUnbroken: true });
      return;
    }
    if (hunks.length === 0) {
      if (!/^[-+ ]/.test(line)) return;
      hunks.push({ oldStart: undefined, section: '', lines: [] });
    }
    hunks.at(-1)?.lines.push(toPatchLine(line));
  }

  private takeHeader(line: string): boolean {
    const git = /^diff --git (?:"?a\/(.+?)"?) (?:"?b\/(.+?)"?)$/.exec(line);
    const named = /^\*\*\* (Update|Add|Delete) File: (.+)$/.exec(line);
    if (git) this.open(git[1], git[2]);
    else if (named) {
      this.open(named[2], named[2]);
      this.file().isNew = named[1] === 'Add';
      this.file().isDeleted = named[1] === 'Delete';
    } else if (!headers.test(line)) return false;
    if (line.startsWith('new file')) this.file().isNew = true;
    if (line.startsWith('deleted file')) this.file().isDeleted = true;
    return true;
  }

  private takeSearch(line: string): boolean {
    if (/^<{5,9} ?(?:SEARCH|ORIGINAL)\b/.test(line)) {
      this.file().hunks.push({ oldStart: undefined, section: '', lines: [] });
      this.search = 'remove';
    } else if (this.search && /^={5,9}$/.test(line)) this.search = 'add';
    else if (this.search && /^>{5,9} ?(?:REPLACE|UPDATED)\b/.test(line)) this.search = undefined;
    else if (this.search) this.file().hunks.at(-1)?.lines.push({ kind: this.search, text: line });
    else return false;
    return true;
  }

  private takeNames(from: string, to: string): void {
    const open = this.files.at(-1);
    // After `diff --git` these are the names of the same file.
    if (!open || open.hunks.length > 0 || open.from === undefined) this.open(undefined, undefined);
    const file = this.file();
    file.from = pathOf(from, 'a/');
    file.to = pathOf(to, 'b/');
    file.isNew ||= file.from === undefined;
    file.isDeleted ||= file.to === undefined;
  }

  private open(from: string | undefined, to: string | undefined): void {
    this.files.push({ from, to, isNew: false, isDeleted: false, hunks: [] });
  }

  private file(): OpenFile {
    const last = this.files.at(-1);
    if (last) return last;
    this.open(undefined, undefined);
    return this.file();
  }
}

function toPatchLine(line: string): PatchLine {
  const text = line.slice(1);
  if (line.startsWith('+')) return { kind: 'add', text };
  if (line.startsWith('-')) return { kind: 'remove', text };
  // A blank line often loses its mark, and other lines sometimes do.
  return { kind: 'keep', text: line.startsWith(' ') ? text : line };
}

/** Blank lines between a hunk and the next one, or at the end of the block, belong to neither. */
function dropBlankEnd(lines: PatchLine[]): void {
  while (lines.at(-1)?.kind === 'keep' && lines.at(-1)?.text === '') lines.pop();
}

function pathOf(name: string, prefix: string): string | undefined {
  const path = name
    .replace(/\t.*$/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (path === '/dev/null' || path === '') return undefined;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
