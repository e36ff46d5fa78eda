import { Anchor, spliced } from '../review/anchor';
import { type Hunk, hunksBetween } from '../review/hunks';
import { SourceText } from '../text/sourceText';

/**
 * What `proposal` changes of `base`, put into `now`, which is another text that was made of `base`. Whole lines are found
 * again by what stands around them; a change that was made there already counts as made. Undefined: for a part of the
 * changes that is not certain, so none are made.
 */
export function mergedChange(base: string, proposal: string, now: string): string | undefined {
  const [from, to, here] = [SourceText.of(base), SourceText.of(proposal), SourceText.of(now)];
  const made = new Set(hunksBetween(from, here).map((hunk) => changeIn(hunk, here)));
  const open = hunksBetween(from, to).filter((hunk) => !made.has(changeIn(hunk, to)));
  const { edits, refused } = new Anchor(from).catchUp(now).place(to, open);
  return refused.length > 0 ? undefined : edits.toReversed().reduce(spliced, now);
}

/** The lines of the base and what takes their place, to be compared. */
function changeIn({ baseStart, baseEnd, proposalStart, proposalEnd }: Hunk, text: SourceText): string {
  return `${baseStart} ${baseEnd} ${text.slice(proposalStart, proposalEnd)}`;
}
