import { hiddenCharacters } from '../../base/hiddenCharacters';
import type { SourceText } from '../text/sourceText';
import type { Hunk } from './hunks';

/** What has no width, too: in prose it is harmless, in code two names can look alike by it. */
const unseen = new RegExp(`${hiddenCharacters.source}|[\\u200B\\u200E\\u200F\\u2060-\\u2064\\uFEFF]`, 'gu');

/**
 * How many characters the hunks bring that nobody sees in a comparison, such as marks that turn the direction of what
 * follows. Code that reads otherwise than it runs is written with these: say so before it is accepted.
 */
export function hiddenAdded(base: SourceText, proposal: SourceText, hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { baseStart, baseEnd, proposalStart, proposalEnd }) => {
    const [before, after] = [base.slice(baseStart, baseEnd), proposal.slice(proposalStart, proposalEnd)];
    return sum + Math.max(0, count(after) - count(before));
  }, 0);
}

function count(text: string): number {
  return text.match(unseen)?.length ?? 0;
}
