import { type FollowEnd, type FollowServices, followInteraction } from '../interactions/followInteraction';
import { usualLimits } from '../interactions/limits';
import { isTerminal } from '../interactions/status';
import type { ResearchJob } from './job';

/**
 * How many polls may find a job unfinished: about three hours of them. The service promises an hour, and some jobs never
 * end there.
 */
const mostPolls = 180;

/**
 * Follows the interaction of a job until the service says that it ended. The stream begins after `knownEventId`. `update`
 * is given the progress and where a later stream goes on. Rejects only with what is not a Failure.
 */
export function followJob(
  services: FollowServices,
  interactionId: string,
  knownEventId: string | undefined,
  signal: AbortSignal,
  update: (change: Partial<ResearchJob>) => Promise<void>,
): Promise<FollowEnd> {
  let lastEventId = knownEventId;
  return followInteraction(
    services,
    interactionId,
    {
      isOver: ({ status }) => isTerminal(status),
      openStream: () => ({
        lastEventId,
        take: async (event) => {
          lastEventId = event.eventId ?? lastEventId;
          const content = event.type === 'stepGrew' && event.delta.type === 'thought_summary' && event.delta.content;
          if (content && content.type === 'text') await update({ lastEventId, progress: headline(content.text) });
        },
      }),
      limits: usualLimits,
      isPatient: true,
      mostPolls,
    },
    signal,
  );
}

/** The first words of a thought summary, which begins with a headline in bold. */
function headline(summary: string): string {
  const bold = /\*{2,3}(.+?)\*{2,3}/.exec(summary)?.[1];
  return (bold ?? summary.split('\n', 1)[0] ?? '').trim().slice(0, 120);
}
