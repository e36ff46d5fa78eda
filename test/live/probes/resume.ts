import { asks, create, follow, longerAnswer, someId } from '../calls';
import type { LiveApi } from '../liveApi';
import { type Probe, shared, streamFirst, Untried } from '../probe';
import type { Streamed } from '../streamed';
import { endWords, isText, streamFacts } from '../streamWords';

const head = { assumption: 6 };
/** Long enough to be left in the middle. */
const planets = create({
  stream: true,
  background: true,
  store: true,
  generation_config: longerAnswer,
  input: [asks('Please name the eight planets, each with one sentence about it.')],
});
/** A resumed stream is known to hang now and then. Milliseconds. */
const resumeMs = 45_000;

/** A stream that was left, the same one resumed, and all of it from its beginning. Asked for once. */
const threeStreams = shared(async (api: LiveApi) => {
  const left = await streamFirst(api, planets, {
    onEvent: ({ event }) => isText(event) && event.eventId !== undefined,
  });
  const id = left.answer.interactionId;
  const last = left.answer.lastEventId;
  if (!id) throw new Untried('the stream has no id to resume by', streamFacts(left, api.redactor));
  const rest = last === undefined ? undefined : await streamFirst(api, follow(id, last), { deadlineMs: resumeMs });
  const whole = await streamFirst(api, follow(id), { deadlineMs: resumeMs });
  return { left, rest, whole };
});

const requests = () => [planets, follow(someId, someId), follow(someId)];

const ids = {
  ...head,
  id: 'event-ids',
  title: 'events of a stream in the background have ids',
  assumed: 'ids on text',
};
const rest = {
  ...head,
  id: 'resume-rest',
  title: 'a stream that was left goes on after the last event that came',
  assumed: 'the rest, under the same ids',
};
const replay = {
  ...head,
  id: 'resume-whole',
  title: 'without last_event_id a stream comes from its beginning',
  assumed: 'all of it, under the same ids',
};

export const resume: readonly Probe[] = [
  {
    ...ids,
    requests,
    run: async (api) => {
      const { left, whole } = await threeStreams(api);
      const texts = whole.events.filter(({ event }) => isText(event));
      const named = texts.filter(({ event }) => event.eventId !== undefined).length;
      const all = named === texts.length ? ids.assumed : `ids on ${named} of ${texts.length} events with text`;
      const facts = { stepEventsWithId: idsOf(whole).length, events: whole.events.length, left: idsOf(left).length };
      return { seen: named === 0 ? 'no ids on text' : all, same: named > 0, facts };
    },
  },
  {
    ...rest,
    requests,
    run: async (api) => {
      const streams = await threeStreams(api);
      if (!streams.rest) throw new Untried('the stream has no event id to resume by');
      const seen = restWords(idsOf(streams.left), streams.rest, idsOf(streams.whole));
      return { seen, same: seen === rest.assumed, facts: streamFacts(streams.rest, api.redactor) };
    },
  },
  {
    ...replay,
    requests,
    run: async (api) => {
      const { left, whole } = await threeStreams(api);
      const known = idsOf(left);
      const isSame = known.length > 0 && known.every((id, index) => idsOf(whole)[index] === id);
      const seen = brokenWords(whole) ?? (isSame ? replay.assumed : 'all of it, under other ids');
      return { seen, same: seen === replay.assumed, facts: { end: endWords(whole, api.redactor) } };
    },
  },
];

function restWords(left: readonly string[], resumed: Streamed, whole: readonly string[]): string {
  const after = idsOf(resumed);
  const broken = brokenWords(resumed);
  if (broken) return broken;
  if (after.some((id) => left.includes(id))) return 'all of it once more';
  return [...left, ...after].join() === whole.join() ? rest.assumed : 'the rest, under other ids';
}

/** How a resumed stream fell short of an end; undefined if it did not. */
function brokenWords({ ended, events, answer }: Streamed): string | undefined {
  if (ended === 'deadline') return `hung after ${events.length} events`;
  return answer.completed ? undefined : `ended (${ended}) after ${events.length} events, not completed`;
}

function idsOf({ events }: Streamed): readonly string[] {
  return events.flatMap(({ event }) => event.eventId ?? []);
}
