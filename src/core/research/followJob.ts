import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import type { Interaction } from '../interactions/events';
import { Lookup } from '../interactions/lookup';
import type { Interactions } from '../interactions/port';
import { isTerminal } from '../interactions/status';
import type { ResearchJob } from './job';

/** How long between two questions about a job's status, in milliseconds: it grows from the first to the last. */
const firstPollMs = 10_000;
const longestPollMs = 60_000;
/** The service promises an hour; after three nobody is answered any more. Milliseconds. */
const deadlineMs = 3 * 60 * 60 * 1000;

/**
 * Follows a job until the service says it ended. The answers to `get` are the truth; the stream beside them only tells
 * the progress and that it is time to ask. Undefined: the signal aborted first.
 */
export async function followJob(
  interactions: Interactions,
  clock: Clock,
  job: ResearchJob,
  signal: AbortSignal,
  update: (change: Partial<ResearchJob>) => Promise<void>,
): Promise<Interaction | undefined> {
  const id = job.interactionId;
  if (id === undefined) throw new Failure('notFound');
  let lastEventId = job.lastEventId;
  const lookup = new Lookup(interactions, clock, id);
  const deadline = job.createdAt + deadlineMs;

  /** True if the stream told the job's end; a stream that merely breaks off says nothing. */
  const watch = async (): Promise<boolean> => {
    for await (const event of interactions.follow(id, lastEventId, signal)) {
      lastEventId = event.eventId ?? lastEventId;
      if (event.type === 'completed') return true;
      if (event.type === 'statusChanged' && isTerminal(event.status)) return true;
      const content = event.type === 'stepGrew' && event.delta.type === 'thought_summary' && event.delta.content;
      if (content && content.type === 'text') await update({ lastEventId, progress: headline(content.text) });
    }
    return false;
  };

  let watching: Promise<unknown> | undefined;
  for (let waitMs = firstPollMs; !signal.aborted; waitMs = Math.min(waitMs * 1.5, longestPollMs)) {
    const state = await lookup.look(signal);
    if (signal.aborted) return undefined;
    if (state === 'gone') throw new Failure('notFound');
    if (state !== 'unreachable' && isTerminal(state.status)) return state;
    if (clock.wallNow() > deadline) throw new Failure('timedOut');
    // A stream that breaks off or hangs is made up for by the next question.
    watching ??= watch()
      .catch(() => false)
      .then((ended) => (ended ? undefined : clock.wait(waitMs, signal)))
      .finally(() => {
        watching = undefined;
      });
    await Promise.race([watching, clock.wait(waitMs, signal)]);
  }
  return undefined;
}

/** The first words of a thought summary, which begins with a headline in bold. */
function headline(summary: string): string {
  const bold = /\*{2,3}(.+?)\*{2,3}/.exec(summary)?.[1];
  return (bold ?? summary.split('\n', 1)[0] ?? '').trim().slice(0, 120);
}
