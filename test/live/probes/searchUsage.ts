import { numberField, objectField, objectsField } from '../../../src/core/base/json';
import { type Probe, Untried } from '../probe';
import { searchCall, searchExtra, searchStream } from './tools';

const head = {
  assumption: 12,
  id: 'search-usage',
  title: 'the usage of an answer with a search',
  assumed: 'searches are counted, and the tokens add up',
  extra: searchExtra,
};

export const searchUsage: readonly Probe[] = [
  {
    ...head,
    requests: () => [searchCall],
    run: async (api) => {
      const { events, answer } = await searchStream(api);
      const completed = events.findLast(({ event }) => event.type === 'completed');
      const raw = objectField(objectField(completed?.wire ?? {}, 'interaction') ?? {}, 'usage');
      const { usage } = answer;
      if (!raw || !usage) throw new Untried('the stream has no usage');
      const tools = objectsField(raw, 'grounding_tool_count');
      const counts = tools.map((tool) => ({
        type: api.redactor.word(tool.type),
        count: numberField(tool, 'count') ?? 0,
        fields: api.redactor.words(Object.keys(tool)),
      }));
      const isCounted = (usage.grounding.google_search ?? 0) > 0;
      const sum = usage.input + usage.output + usage.thought + usage.toolUse;
      const counted = isCounted ? 'searches are counted' : 'searches are not counted';
      const adds = sum === usage.total ? 'and the tokens add up' : `the total is ${usage.total} and the sum ${sum}`;
      const facts = { fields: api.redactor.words(Object.keys(raw)), counts, total: usage.total, sum };
      return { seen: `${counted}, ${adds}`, same: isCounted && sum === usage.total, facts };
    },
  },
];
