import type { ChatSession } from '../core/chat/chatSession';
import type { Disposable } from '../core/disposables';
import { Emitter } from '../core/emitter';

/** Something that runs now: what to call it, and how to stop it. */
export interface RunningWork {
  readonly label: string;
  readonly stop: () => void;
}

/** What Gemini is doing for this window right now, for the status bar and for Stop Generating. */
export class Activity {
  private readonly works = new Set<RunningWork>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  get running(): readonly RunningWork[] {
    return [...this.works];
  }

  /** Shows the work as running until the result is disposed. */
  begin(label: string, stop: () => void): Disposable {
    const work: RunningWork = { label, stop };
    this.works.add(work);
    this.changed.fire();
    return {
      dispose: () => {
        if (this.works.delete(work)) this.changed.fire();
      },
    };
  }

  /** Shows the chat as running while a turn is. */
  follow(session: ChatSession, label: () => string): Disposable {
    let work: Disposable | undefined;
    const listening = session.onDidPublish(() => {
      if (session.isStreaming) work ??= this.begin(label(), () => session.stop());
      else {
        work?.dispose();
        work = undefined;
      }
    });
    return {
      dispose: () => {
        listening.dispose();
        work?.dispose();
      },
    };
  }

  stopAll(): void {
    for (const work of this.running) work.stop();
  }

  dispose(): void {
    this.stopAll();
    this.changed.dispose();
  }
}
