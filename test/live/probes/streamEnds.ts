import { cancel, create, createLong, someId } from '../calls';
import type { LiveApi } from '../liveApi';
import { isAsAssumed, notTried, type Probe, type Seen, streamFirst } from '../probe';
import type { Streamed, StreamedEvent } from '../streamed';
import { endWords, isText, streamFacts } from '../streamWords';

const head = { assumption: 5 };
const short = create({ stream: true });
const cut = create({ stream: true, generation_config: { max_output_tokens: 16, thinking_level: 'low' } });
const long = createLong({ stream: true });

const completed = {
  ...head,
  id: 'end-completed',
  title: 'a stream that is completed',
  assumed: 'interaction.completed completed, [DONE] -> done',
};
const incomplete = {
  ...head,
  id: 'end-incomplete',
  title: 'a stream that runs into max_output_tokens',
  assumed: 'interaction.completed incomplete, [DONE] -> done (incomplete)',
};
const cancelled = {
  ...head,
  id: 'end-cancelled',
  title: 'a stream in the background that is cancelled',
  assumed: 'interaction.status_update cancelled, [DONE]',
};
const unprovoked = 'it cannot be provoked for cents';

export const streamEnds: readonly Probe[] = [
  {
    ...completed,
    requests: () => [short],
    run: async (api) => seenEnd(completed.assumed, await streamFirst(api, short), api),
  },
  {
    ...incomplete,
    requests: () => [cut],
    run: async (api) => seenEnd(incomplete.assumed, await streamFirst(api, cut), api),
  },
  {
    ...cancelled,
    requests: () => [long, cancel(someId)],
    run: async (api) => {
      let id = '';
      let asked: Promise<unknown> | undefined;
      const onEvent = ({ event }: StreamedEvent) => {
        if (event.type === 'created') id = event.interaction.id;
        // Whether the cancel is taken is the business of another probe; here the stream tells.
        if (isText(event)) asked ??= api.send(cancel(id)).catch(() => undefined);
        return false;
      };
      const streamed = await streamFirst(api, long, { deadlineMs: 60_000, onEvent });
      await asked;
      return seenEnd(cancelled.assumed, streamed, api);
    },
  },
  notTried(
    { ...head, id: 'end-failed', title: 'a stream that fails', assumed: 'interaction.completed failed' },
    unprovoked,
  ),
  notTried(
    {
      ...head,
      id: 'end-budget',
      title: 'an agent that uses up its budget',
      assumed: 'interaction.completed incomplete',
    },
    unprovoked,
  ),
];

function seenEnd(assumed: string, streamed: Streamed, { redactor }: LiveApi): Seen {
  const seen = endWords(streamed, redactor);
  return { seen, same: isAsAssumed(assumed, seen), facts: streamFacts(streamed, redactor) };
}
