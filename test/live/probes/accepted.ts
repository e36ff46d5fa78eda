import { objectField } from '../../../src/core/base/json';
import { create, model, shortAnswer } from '../calls';
import { compare, oneRequest, type Probe } from '../probe';
import { Streamed } from '../streamed';
import { endWords, streamFacts } from '../streamWords';

const head = { assumption: 14 };
const thinksHardest = { ...shortAnswer, thinking_level: 'xhigh' };
const flex = create({ service_tier: 'flex', stream: true });

const tier = { ...head, id: 'flex', title: 'service_tier: flex', assumed: 'accepted' };

export const accepted: readonly Probe[] = [
  oneRequest(
    { ...head, id: 'labels', title: 'labels', assumed: '200 completed' },
    create({ labels: { purpose: 'smoke-live' } }),
  ),
  {
    ...tier,
    requests: () => [flex],
    // An answer of this tier may take many minutes. That it begins is enough.
    run: async (api) => {
      const streamed = await api.stream(flex, { onEvent: ({ event }) => event.type === 'created' });
      if (!(streamed instanceof Streamed)) return compare(tier.assumed, streamed);
      const begun = streamed.events.find(({ event }) => event.type === 'created');
      const seen = begun ? tier.assumed : endWords(streamed, api.redactor);
      const said = objectField(begun?.wire ?? {}, 'interaction')?.service_tier;
      const facts = { ...streamFacts(streamed, api.redactor), tier: api.redactor.word(said) };
      return { seen, same: begun !== undefined, facts };
    },
  },
  oneRequest(
    {
      ...head,
      id: 'xhigh',
      title: 'thinking_level: xhigh with gemini-4-hydrogen',
      assumed: '200 completed or 200 incomplete',
    },
    create({ model: 'gemini-4-hydrogen', generation_config: thinksHardest }),
  ),
  oneRequest(
    { ...head, id: 'xhigh-default', title: `thinking_level: xhigh with ${model}`, assumed: '400 invalid_request' },
    create({ generation_config: thinksHardest }),
  ),
];
