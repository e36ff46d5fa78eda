import * as vscode from 'vscode';
import type { Clock } from '../../core/base/clock';
import type { Activity } from '../base/activity';
import { FrameThrottle } from './frameThrottle';
import type { ProposalDocument } from './proposalDocument';
import { showLineBelowTop } from './reviewTabs';
import type { WritingMark } from './writingMark';

/** The whole document while its proposal is being written, and the line that is being written, counted from 0. */
export interface Frame {
  readonly text: string;
  readonly line: number;
}

/** Writes a proposal: shows what there is so far, and resolves with the whole document as it is proposed. */
export type Writer = (signal: AbortSignal, show: (frame: () => Frame) => void) => Promise<string>;

export interface ProposalWritingParts {
  readonly proposal: ProposalDocument;
  readonly mark: WritingMark;
  readonly activity: Activity;
  readonly clock: Clock;
  /** Puts what has come on disk. */
  readonly keep: (text: string) => void;
}

/**
 * How long the comparison rests between two frames, in milliseconds. VS Code marks changes only after 200 ms without one:
 * drawn more often, a growing proposal would have no marks at all.
 */
const frameMs = 230;
/** How often what has come is put on disk, in milliseconds. */
const keepMs = 500;

/** Shows a proposal while it is being written, and lets it be stopped. */
export class ProposalWriting {
  private readonly stopping = new AbortController();
  private hasDrawn = false;

  constructor(private readonly parts: ProposalWritingParts) {}

  get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  stop(): void {
    this.stopping.abort();
  }

  /** Resolves with the whole document, or with why it did not come: all that came by then is shown. */
  async run(writer: Writer, label: string): Promise<{ readonly text: string } | { readonly error: unknown }> {
    const { activity, clock, keep } = this.parts;
    const keeper = new FrameThrottle<string>(keep, clock, keepMs);
    const throttle = new FrameThrottle<Frame>((frame) => this.draw(frame, keeper), clock, frameMs);
    const work = activity.begin(label, () => this.stop());
    try {
      return { text: await writer(this.stopping.signal, (frame) => throttle.show(frame)) };
    } catch (error) {
      throttle.end();
      return { error };
    } finally {
      throttle.dispose();
      keeper.dispose();
      work.dispose();
    }
  }

  private draw({ text, line }: Frame, keeper: FrameThrottle<string>): void {
    this.parts.proposal.draw(text);
    this.parts.mark.show(vscode.l10n.t('Gemini is writing…'), line);
    if (!this.hasDrawn) showLineBelowTop(this.parts.proposal.uri, line);
    this.hasDrawn = true;
    keeper.show(() => text);
  }
}
