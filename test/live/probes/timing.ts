import { usualLimits } from '../../../src/core/interactions/limits';
import { asks, type Call, create, model } from '../calls';
import { type Probe, streamFirst } from '../probe';
import { streamFacts } from '../streamWords';

const input = [asks('Please explain in three sentences why the sky is blue.')];

export const timing: readonly Probe[] = [
  timed('foreground', create({ stream: true, store: true, input })),
  timed('background', create({ stream: true, store: true, background: true, input })),
];

/** The times themselves are what matters; the assumption is that the product does not give up too soon. */
function timed(place: string, call: Call): Probe {
  const { headersMs, firstEventMs } = usualLimits;
  const assumed = `headers within ${headersMs / 1000} s, first event within ${firstEventMs / 1000} s`;
  return {
    assumption: 10,
    id: `time-${place}`,
    title: `how long ${model} takes in the ${place}`,
    assumed,
    requests: () => [call],
    run: async (api) => {
      const streamed = await streamFirst(api, call);
      const { headersMs: headers, firstEventMs: first, firstTextMs: text, totalMs } = streamed;
      const seen = `headers ${headers} ms, first event ${first ?? 'never'} ms, text ${text ?? 'never'} ms, all ${totalMs} ms`;
      const isInTime = headers <= headersMs && first !== undefined && first - headers <= firstEventMs;
      return { seen, same: isInTime, facts: streamFacts(streamed, api.redactor) };
    },
  };
}
