import { answering, type Case, replacing, without } from './deviations';
import { invalid, refusal } from './serviceAsAssumed';

/** What concerns the ends of streams, and cancelling: assumptions 5 and 8. */
export const endCases: readonly Case[] = [
  {
    name: 'a stream ends without saying that it is completed',
    probe: 'end-completed',
    deviation: without('interaction.completed'),
    seen: /^step\.stop, \[DONE\] -> failed truncated$/,
  },
  {
    name: 'a stream ends without its mark',
    probe: 'end-completed',
    deviation: without('[DONE]'),
    seen: /^interaction\.completed completed, end -> done$/,
  },
  {
    name: 'an answer that was cut counts as completed',
    probe: 'end-incomplete',
    deviation: replacing('"incomplete"', '"completed"'),
    seen: /^interaction\.completed completed, /,
  },
  {
    name: 'a cancelled stream goes on to its end',
    probe: 'end-cancelled',
    deviation: {
      answers: ({ path }, { server }) => {
        if (!path.endsWith('/cancel')) return undefined;
        server.release();
        return { status: 200, body: { status: 'in_progress' } };
      },
    },
    seen: /^interaction\.completed completed, /,
  },
  {
    name: 'a cancelled stream is silent for good',
    probe: 'end-cancelled',
    deviation: {
      answers: ({ path }, { clock }) => {
        if (!path.endsWith('/cancel')) return undefined;
        setImmediate(() => clock.advance(60_000));
        return { status: 200, body: { status: 'in_progress' } };
      },
    },
    seen: /, deadline -> failed truncated$/,
  },
  {
    name: 'there is no cancel',
    probe: 'cancel',
    deviation: answering(({ path }) => path.endsWith('/cancel'), refusal(404, 'not_found', 'Method not found.')),
    seen: /^404 not_found -> notFound, and then 200 in_progress$/,
  },
  {
    name: 'a cancel is refused',
    probe: 'cancel',
    deviation: answering(({ path }) => path.endsWith('/cancel'), invalid('Too late.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'a cancel is taken and forgotten',
    probe: 'cancel',
    deviation: {
      answers: ({ method, path }, { clock }) => {
        if (path.endsWith('/cancel')) return { status: 200, body: { status: 'in_progress' } };
        if (method === 'GET') clock.advance(7_000);
        return undefined;
      },
    },
    seen: /^200 in_progress after \d{5} ms$/,
  },
];
