import { countUnseen } from '../../base/unseenCharacters';
import type { SourceText } from '../text/sourceText';
import type { Hunk } from './hunks';

/**
 * How many characters the hunks bring that people cannot see in a comparison, such as marks that turn the direction of what
 * follows. Code that reads otherwise than it runs is written with these: say so before it is accepted.
 */
export function hiddenAdded(base: SourceText, proposal: SourceText, hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { baseStart, baseEnd, proposalStart, proposalEnd }) => {
    const [before, after] = [base.slice(baseStart, baseEnd), proposal.slice(proposalStart, proposalEnd)];
    return sum + Math.max(0, countUnseen(after) - countUnseen(before));
  }, 0);
}
