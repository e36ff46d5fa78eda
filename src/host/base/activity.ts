import type { Disposable } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';

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

  /** Shows each chat as running while an answer of it is. */
  follow(chats: Chats, label: () => string): Disposable {
    const works = new Map<ChatSession, Disposable>();
    const listening = chats.onDidChangeAnyChat(({ session }) => {
      if (session.isStreaming === works.has(session)) return;
      if (session.isStreaming)
        works.set(
          session,
          this.begin(label(), () => session.stop()),
        );
      else {
        works.get(session)?.dispose();
        works.delete(session);
      }
    });
    return {
      dispose: () => {
        listening.dispose();
        for (const work of works.values()) work.dispose();
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
