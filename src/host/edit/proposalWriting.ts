import * as vscode from 'vscode';
import type { Clock } from '../../core/base/clock';
import type { Activity } from '../base/activity';
import { FrameThrottle } from './frameThrottle';
import type { ProposalDocument } from './proposalDocument';
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

/** How often what has come is put on disk, in milliseconds. */
const keepMs = 500;

/** Shows a proposal while it is being written, and lets it be stopped. */
export class ProposalWriting {
  private readonly stopping = new AbortController();
  private keptAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: ProposalWritingParts) {}

  get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  stop(): void {
    this.stopping.abort();
  }

  /** Resolves with the whole document, or with why it did not come: all that came by then is shown. */
  async run(writer: Writer, label: string): Promise<{ readonly text: string } | { readonly error: unknown }> {
    const { activity, clock } = this.parts;
    const throttle = new FrameThrottle<Frame>((frame) => this.draw(frame), clock);
    const work = activity.begin(label, () => this.stop());
    try {
      return { text: await writer(this.stopping.signal, (frame) => throttle.show(frame)) };
    } catch (error) {
      throttle.end();
      return { error };
    } finally {
      throttle.dispose();
      work.dispose();
    }
  }

  private draw({ text, line }: Frame): void {
    const { proposal, mark, clock, keep } = this.parts;
    proposal.draw(text);
    mark.show(vscode.l10n.t('Gemini is writing…'), line);
    const now = clock.now();
    if (now - this.keptAt < keepMs) return;
    this.keptAt = now;
    keep(text);
  }
}
