import type { ChangedFile, FileChange, NamedOnly } from './fileChange';

/** The changes as they are sent: each file is shown, shown in part, or named. */
export interface CutChanges {
  readonly shown: readonly ShownFile[];
  readonly named: readonly (ChangedFile & { readonly why: NamedOnly })[];
}

interface ShownFile {
  readonly file: ChangedFile;
  readonly text: string;
  /** Lines of its diff that are not in `text`. */
  readonly linesLeftOut: number;
}

/** What all diffs together may have. About 15,000 tokens. Characters. */
export const diffBudget = 60_000;
/** What is shown of a file that is gone: its name says nearly all. Characters. */
const deletedBudget = 600;
/** Less than this of a file is no use. Characters. */
const leastShown = 200;
/** A line longer than this was not written by a person. Characters. */
const longestLine = 1_000;

/**
 * Fits the changes into a number of characters. Small files go whole; what is left is shared evenly among the large ones,
 * each of which is cut at the end of a line. Keeps the order.
 */
export function cutChanges(changes: readonly FileChange[], budget = diffBudget): CutChanges {
  const named: (ChangedFile & { why: NamedOnly })[] = [];
  const candidates: { readonly file: ChangedFile; readonly text: string }[] = [];
  for (const change of changes) {
    if ('diff' in change) {
      const { diff, ...file } = change;
      candidates.push({ file, text: shortLines(diff) });
    } else {
      const { namedOnly, ...file } = change;
      named.push({ ...file, why: namedOnly });
    }
  }
  const shares = sharesOf(
    candidates.map(({ file, text }) => wanted(file, text)),
    budget,
  );
  const shown: ShownFile[] = [];
  for (const [i, { file, text }] of candidates.entries()) {
    const share = shares[i] ?? 0;
    if (text.length > share && share < leastShown) named.push({ ...file, why: 'tooMany' });
    else shown.push({ file, ...cut(text, share) });
  }
  return { shown, named };
}

function wanted({ status }: ChangedFile, text: string): number {
  return status === 'deleted' ? Math.min(text.length, deletedBudget) : text.length;
}

/** Who wants less than an even share gets it all, and leaves the rest to the others. */
function sharesOf(wants: readonly number[], budget: number): readonly number[] {
  const shares = wants.map(() => 0);
  const order = wants.map((_, i) => i).sort((a, b) => (wants[a] ?? 0) - (wants[b] ?? 0));
  let left = budget;
  for (const [place, i] of order.entries()) {
    const share = Math.min(wants[i] ?? 0, Math.floor(left / (order.length - place)));
    shares[i] = share;
    left -= share;
  }
  return shares;
}

function cut(text: string, share: number): Pick<ShownFile, 'text' | 'linesLeftOut'> {
  if (text.length <= share) return { text, linesLeftOut: 0 };
  const kept = text.slice(0, text.lastIndexOf('\n', share - 1) + 1);
  return { text: kept, linesLeftOut: text.slice(kept.length).trimEnd().split('\n').length };
}

/** A cut in the middle of a line could cut a secret in two, and no half would be known for one. */
function shortLines(diff: string): string {
  const lines = diff.split('\n');
  return lines
    .map((line) => (line.length > longestLine ? `${line.charAt(0)}[a line of ${line.length} characters]` : line))
    .join('\n');
}
