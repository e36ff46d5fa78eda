import { hunksBetween } from '../review/hunks';
import type { SourceText } from '../text/sourceText';
import type { ApplyResult, How } from './applyTypes';

/** The file as it would be, or the news that it reads like that already. */
export function editResult(
  source: SourceText,
  proposal: SourceText,
  how: How,
  names: readonly string[],
  others: readonly string[] = [],
): ApplyResult {
  const hunks = hunksBetween(source, proposal);
  return hunks.length === 0
    ? { kind: 'unchanged' }
    : { kind: 'edit', how, proposal: proposal.text, hunks, names, others };
}
