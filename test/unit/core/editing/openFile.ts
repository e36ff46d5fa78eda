import { spliced } from '../../../../src/core/editing/review/anchor';
import type { Hunk } from '../../../../src/core/editing/review/hunks';
import { ProposalReview } from '../../../../src/core/editing/review/proposalReview';
import type { ContentChange } from '../../../../src/core/editing/review/spans';

/** An open file whose changes reach the review as an editor reports them. */
class OpenFile {
  private readonly undone: string[] = [];

  constructor(
    public text: string,
    private readonly review: ProposalReview,
  ) {}

  /** One event, and one step for Undo. The changes come from the last to the first, as VS Code sends them. */
  change(changes: readonly ContentChange[]): boolean {
    this.undone.push(this.text);
    this.text = changes.reduce(spliced, this.text);
    return this.review.fileChanged(changes);
  }

  undo(): boolean {
    const [from, to] = [this.text, this.undone.pop() ?? this.text];
    this.text = to;
    let same = 0;
    while (same < Math.min(from.length, to.length) && from[same] === to[same]) same += 1;
    return this.review.fileChanged([{ offset: same, length: from.length - same, text: to.slice(same) }]);
  }

  /** Accepts as the host does. Says why not, if not. */
  accept(hunks: readonly Hunk[], meanwhile: () => void = () => {}): string {
    const { edits, refused } = this.review.prepare(hunks, this.text);
    if (refused.length > 0) {
      this.review.notWritten(this.text);
      return refused.map(({ reason }) => reason).join(' ');
    }
    this.change(edits.toReversed());
    meanwhile();
    this.review.written(this.text);
    return 'accepted';
  }
}

export function opened(base: string, proposal: string) {
  const review = new ProposalReview(base);
  review.propose(proposal);
  return { review, file: new OpenFile(base, review) };
}
