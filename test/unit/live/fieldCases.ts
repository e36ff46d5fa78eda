import { answering, type Case, configOf, editing, replacing, whole } from './deviations';
import { invalid, refusal } from './serviceAsAssumed';
import type { Deviation, Heard } from './standIn';

const isRead = ({ method, path }: Heard) => method === 'GET' && path.startsWith('/v1/interactions/');

/** Headers that come after more than a minute. */
const slow: Deviation = {
  answers: (_, { clock }) => {
    clock.advance(61_000);
    return undefined;
  },
};

/** What concerns storage, times and single fields: assumptions 9, 10, 12 to 14 and 16. */
export const fieldCases: readonly Case[] = [
  {
    name: 'a deleted interaction is still there',
    probe: 'delete',
    deviation: answering(isRead, whole),
    seen: /^200 completed$/,
  },
  {
    name: 'what does not say `store` is not kept',
    probe: 'store-unsaid',
    deviation: editing(
      ({ method }) => method === 'POST',
      ({ id: _, ...body }) => body,
    ),
    seen: /^no id$/,
  },
  {
    name: 'store: false is kept all the same',
    probe: 'store-false',
    deviation: editing(
      ({ method }) => method === 'POST',
      (body) => ({ ...body, id: 'v1_kept' }),
    ),
    seen: /^an id$/,
  },
  {
    name: 'stream=false is refused',
    probe: 'get-unstreamed',
    deviation: answering(isRead, refusal(400, 'parameter_unknown', "Unknown parameter 'stream'.")),
    seen: /^400 parameter_unknown -> /,
  },
  {
    name: 'the question cannot be read back',
    probe: 'get-input',
    deviation: editing(isRead, ({ input: _, ...body }) => ({ ...body, steps: [] })),
    seen: /^the question is missing$/,
  },
  { name: 'headers take too long', probe: 'time-foreground', deviation: slow, seen: /^headers 6\d{4} ms, / },
  { name: 'headers take too long', probe: 'time-background', deviation: slow, seen: /^headers 6\d{4} ms, / },
  {
    name: 'nothing is ever said',
    probe: 'time-foreground',
    deviation: answering(({ body }) => body.stream === true, { sse: '' }),
    seen: /, first event never ms, /,
  },
  {
    name: 'searches are not counted',
    probe: 'search-usage',
    deviation: replacing('grounding_tool_count', 'searches'),
    seen: /^searches are not counted, and the tokens add up$/,
  },
  {
    name: 'the tokens do not add up',
    probe: 'search-usage',
    deviation: replacing(/"total_tokens":\d+/g, '"total_tokens":1'),
    seen: /^searches are counted, the total is 1 and the sum \d+$/,
  },
  {
    name: 'a file is never ready',
    probe: 'file',
    deviation: answering(({ method, path }) => method === 'GET' && path.startsWith('/v1/files/'), {
      status: 200,
      body: { state: 'PROCESSING' },
    }),
    seen: /^PROCESSING, 200 completed, deleted$/,
  },
  {
    name: 'a file cannot be used',
    probe: 'file',
    deviation: answering(({ text }) => text.includes('"document"'), invalid('No documents.')),
    seen: /^ACTIVE, 400 invalid_request -> invalidRequest, deleted$/,
  },
  {
    name: 'a file cannot be deleted',
    probe: 'file',
    deviation: answering(({ method }) => method === 'DELETE', refusal(403, 'permission_denied', 'No.')),
    seen: /^ACTIVE, 200 completed, 403 permission_denied -> keyNotAllowed$/,
  },
  {
    name: 'a file is not in the list',
    probe: 'file-list',
    deviation: answering(({ path }) => path.startsWith('/v1/files?'), { status: 200, body: {} }),
    seen: /^not in the list; 200; 403 expired -> attachmentRefused$/,
  },
  {
    name: 'a list that does not say when files go',
    probe: 'file-list',
    deviation: answering(({ path }) => path.startsWith('/v1/files?'), {
      status: 200,
      body: { files: [{ name: 'files/abcdef123456', mimeType: 'application/pdf' }] },
    }),
    seen: /^mimeType; 200; /,
  },
  {
    name: 'a file can be deleted twice',
    probe: 'file-list',
    deviation: answering(({ method }) => method === 'DELETE', { status: 200 }),
    seen: /; 200; 200$/,
  },
  {
    name: 'stores are on v1, too',
    probe: 'store-versions',
    deviation: answering(({ path }) => path.startsWith('/v1/fileSearchStores'), { status: 200, body: {} }),
    seen: /^200; 200; 400 /,
  },
  {
    name: 'a document forgets what was noted of it',
    probe: 'file-search',
    deviation: answering(({ method, path }) => method === 'GET' && path.includes('/documents?'), {
      status: 200,
      body: { documents: [{ name: 'fileSearchStores/a/documents/b', state: 'STATE_ACTIVE' }] },
    }),
    seen: /^done; no path, STATE_ACTIVE; file_search_call > /,
  },
  {
    name: 'labels are refused',
    probe: 'labels',
    deviation: answering(({ body }) => body.labels !== undefined, invalid('No labels.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'flex is refused',
    probe: 'flex',
    deviation: answering(({ body }) => body.service_tier === 'flex', invalid('No flex.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'gemini-4-hydrogen does not think that hard',
    probe: 'xhigh',
    deviation: answering((heard) => configOf(heard).thinking_level === 'xhigh', invalid('No xhigh.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'gemini-3.8-flash thinks that hard',
    probe: 'xhigh-default',
    deviation: answering((heard) => configOf(heard).thinking_level === 'xhigh', whole),
    seen: /^200 completed$/,
  },
  {
    name: 'schemas are refused',
    probe: 'schema',
    deviation: answering(({ body }) => body.response_format !== undefined, invalid('No schemas.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'references in schemas are refused',
    probe: 'schema-defs',
    deviation: answering(({ text }) => text.includes('"$ref"'), invalid('No $ref.')),
    seen: /^400 invalid_request -> /,
  },
  {
    name: 'patterns in schemas are taken',
    probe: 'schema-pattern',
    deviation: answering(({ text }) => text.includes('"pattern"'), whole),
    seen: /^200 completed$/,
  },
];
