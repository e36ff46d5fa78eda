import { asks, type Call, create, longerAnswer } from '../calls';
import { type Head, oneRequest, type Probe, shared, streamFirst } from '../probe';
import type { Streamed } from '../streamed';
import { isText, stepTypesOf, streamFacts } from '../streamWords';

const head = { assumption: 7 };
const searchDollars = 0.07;

/** Shared with the probe of its usage, since a search is what costs most here. */
export const searchCall = toolCall('google_search', 'Please search the web: who won the Euro 2024 final, and when?');
export const searchStream = shared((api) => streamFirst(api, searchCall));
export const searchExtra = {
  toolTokens: 10_000,
  dollars: searchDollars,
  note: 'five searches at $14 for a thousand, if those that cost nothing are used up',
};

export const tools: readonly Probe[] = [
  toolProbe(
    {
      ...head,
      id: 'code-execution',
      title: 'the frames of code execution',
      assumed: 'code_execution_call > code_execution_result > model_output',
      extra: { toolTokens: 2_000 },
    },
    toolCall('code_execution', 'Please run code to compute 12345 times 6789, and tell the product.'),
  ),
  toolProbe(
    {
      ...head,
      id: 'url-context',
      title: 'the frames of url context',
      assumed: 'url_context_call > url_context_result > model_output, citations after the text',
      extra: { toolTokens: 10_000 },
    },
    toolCall('url_context', 'Please tell in one sentence what the page https://example.com/ is for.'),
  ),
  toolProbe(
    {
      ...head,
      id: 'google-search',
      title: 'the frames of a search',
      assumed: 'google_search_call > google_search_result > model_output, citations after the text',
      extra: searchExtra,
    },
    searchCall,
    searchStream,
  ),
  toolProbe(
    {
      ...head,
      id: 'google-maps',
      title: 'the frames of a question to Google Maps',
      assumed: 'google_maps_call > google_maps_result > model_output, citations after the text',
      flag: 'maps',
      extra: { toolTokens: 10_000, note: 'what Google Maps costs is not known here' },
    },
    toolCall('google_maps', 'Please name one bakery near the Brandenburg Gate in Berlin.'),
  ),
  oneRequest(
    {
      ...head,
      id: 'mcp',
      title: 'a remote MCP server, which models since Gemini 3 refuse',
      assumed: '400 invalid_request',
    },
    create({ tools: [{ type: 'mcp_server', name: 'example', url: 'https://example.com/mcp' }] }),
  ),
];

function toolCall(tool: string, question: string): Call {
  return create({ stream: true, tools: [{ type: tool }], input: [asks(question)], generation_config: longerAnswer });
}

function toolProbe(probe: Head, call: Call, read: typeof searchStream = (api) => streamFirst(api, call)): Probe {
  return {
    ...probe,
    requests: () => [call],
    run: async (api) => {
      const streamed = await read(api);
      const steps = stepTypesOf(streamed, api.redactor).filter((type) => type !== 'thought');
      // A tool may be used more than once.
      const order = steps.filter((type, index) => steps.indexOf(type) === index).join(' > ');
      const place = citationPlace(streamed);
      const wantsCitations = probe.assumed.includes('citations');
      const seen = wantsCitations || place !== 'no citations' ? `${order}, ${place}` : order;
      const facts = { ...streamFacts(streamed, api.redactor), tools: keptFacts(streamed), annotations: place };
      return { seen, same: seen === probe.assumed && isKept(streamed), facts };
    },
  };
}

/** Where in the stream its annotations stand. */
function citationPlace({ events }: Streamed): string {
  const types = events.map(({ event }) => (event.type === 'stepGrew' ? event.delta.type : event.type));
  const first = types.indexOf('text_annotation_delta');
  if (first < 0) return 'no citations';
  return events.slice(first).some(({ event }) => isText(event))
    ? 'citations within the text'
    : 'citations after the text';
}

/** Whether the product has what the tool was asked and what it said, wherever it came in the stream. */
function isKept(streamed: Streamed): boolean {
  return keptFacts(streamed).every(({ hasArguments, hasResult }) => hasArguments || hasResult);
}

function keptFacts({ answer }: Streamed) {
  const steps = answer.steps.filter(({ type }) => /_(call|result)$/.test(String(type)));
  return steps.map((step) => ({ hasArguments: step.arguments !== undefined, hasResult: step.result !== undefined }));
}
