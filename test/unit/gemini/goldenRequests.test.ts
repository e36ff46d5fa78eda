import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/base/json';
import type { InteractionRequest } from '../../../src/core/interactions/port';
import { toAgentParams, toParams } from '../../../src/gemini/request';

const base: InteractionRequest = {
  model: 'gemini-3.8-flash',
  input: [{ type: 'text', text: 'Why?' }],
  store: true,
};
const asked = { type: 'user_input', content: [{ type: 'text', text: 'Why?' }] };
const golden = {
  model: 'gemini-3.8-flash',
  input: [asked],
  stream: true,
  store: true,
  automatic_continuation: false,
};

interface Case {
  readonly name: string;
  readonly request: Partial<InteractionRequest>;
  /** What differs from `golden`; undefined: it is not sent. */
  readonly wire: Readonly<Record<string, unknown>>;
}

const said: readonly JsonObject[] = [
  { type: 'user_input', content: [{ type: 'text', text: 'Hello' }] },
  { type: 'thought', signature: 'S' },
  { type: 'model_output', content: [{ type: 'text', text: 'Hi.' }] },
];
const results: readonly JsonObject[] = [{ type: 'function_result', call_id: 'c1', name: 'look', result: { ok: true } }];
const media = (['image', 'audio', 'video', 'document'] as const).map((type) => ({
  type,
  mimeType: `${type}/x`,
  data: 'AAAA',
}));
const tools: readonly JsonObject[] = [
  { type: 'google_search' },
  { type: 'url_context' },
  { type: 'code_execution' },
  { type: 'google_maps' },
  {
    type: 'mcp_server',
    name: 'tickets',
    url: 'https://mcp.example',
    allowed_tools: [{ mode: 'auto', tools: ['find'] }],
  },
  { type: 'file_search', file_search_store_names: ['fileSearchStores/handbook'] },
  { type: 'function', name: 'look', parameters: { type: 'object' } },
];
const format: JsonObject = { type: 'text', mime_type: 'application/json', schema: { type: 'object' } };

/** At least one for each field of a request: a new field without one does not compile. */
const cases: { readonly [Field in keyof Required<InteractionRequest>]: readonly Case[] } = {
  model: [{ name: 'another model', request: { model: 'gemini-4-hydrogen' }, wire: { model: 'gemini-4-hydrogen' } }],
  agent: [
    {
      name: 'an agent in place of a model, with its sandbox and its budget, and no field of models',
      request: {
        model: '',
        agent: {
          id: 'antigravity-preview-09-2026',
          config: { type: 'antigravity', max_total_tokens: 9 },
          environment: 'remote',
        },
        background: true,
        thinkingLevel: 'low',
        thinkingSummaries: true,
        maxOutputTokens: 500,
        tools,
        responseFormat: format,
        serviceTier: 'flex',
      },
      wire: {
        model: undefined,
        automatic_continuation: undefined,
        agent: 'antigravity-preview-09-2026',
        agent_config: { type: 'antigravity', max_total_tokens: 9 },
        environment: 'remote',
        background: true,
      },
    },
    {
      name: 'an agent without a sandbox',
      request: { model: '', agent: { id: 'reviewer' } },
      wire: { model: undefined, automatic_continuation: undefined, agent: 'reviewer' },
    },
    {
      name: 'an agent of the project in the sandbox it has, after a turn of a model',
      request: {
        model: '',
        agent: { id: 'reviewer', environment: 'env_1' },
        previousInteractionId: 'v1_a',
      },
      wire: {
        model: undefined,
        automatic_continuation: undefined,
        agent: 'reviewer',
        environment: 'env_1',
        previous_interaction_id: 'v1_a',
      },
    },
  ],
  purpose: [{ name: 'what it is for, which stays here', request: { purpose: 'commit' }, wire: {} }],
  input: [
    { name: 'no input', request: { input: [] }, wire: { input: undefined } },
    {
      name: 'media, small enough to go along',
      request: { input: [...media, ...base.input] },
      wire: {
        input: [
          {
            type: 'user_input',
            content: [...media.map(({ mimeType, ...rest }) => ({ ...rest, mime_type: mimeType })), ...asked.content],
          },
        ],
      },
    },
  ],
  history: [
    { name: 'earlier turns', request: { history: said }, wire: { input: [...said, asked] } },
    {
      name: 'the results of functions',
      request: { input: [], history: results, previousInteractionId: 'v1_a' },
      wire: { input: results, previous_interaction_id: 'v1_a' },
    },
  ],
  previousInteractionId: [
    {
      name: 'the interaction it continues',
      request: { previousInteractionId: 'v1_a' },
      wire: { previous_interaction_id: 'v1_a' },
    },
  ],
  continuationToken: [
    { name: 'the rest of an answer', request: { continuationToken: 'T' }, wire: { continuation_token: 'T' } },
  ],
  store: [{ name: 'a private chat', request: { store: false }, wire: { store: false } }],
  background: [
    {
      name: 'the background',
      request: { background: true },
      wire: { background: true, automatic_continuation: undefined },
    },
  ],
  systemInstruction: [
    { name: 'an instruction', request: { systemInstruction: 'Be brief.' }, wire: { system_instruction: 'Be brief.' } },
  ],
  thinkingLevel: [
    {
      name: 'a level of thinking',
      request: { thinkingLevel: 'xhigh' },
      wire: { generation_config: { thinking_level: 'xhigh' } },
    },
  ],
  thinkingSummaries: [
    {
      name: 'summaries of thoughts',
      request: { thinkingSummaries: true },
      wire: { generation_config: { thinking_summaries: 'auto' } },
    },
    { name: 'no summaries', request: { thinkingSummaries: false }, wire: {} },
  ],
  maxOutputTokens: [
    {
      name: 'a limit, beside a level',
      request: { maxOutputTokens: 500, thinkingLevel: 'low' },
      wire: { generation_config: { thinking_level: 'low', max_output_tokens: 500 } },
    },
    { name: 'no limit', request: { maxOutputTokens: 0 }, wire: {} },
  ],
  tools: [{ name: 'each tool as it is', request: { tools }, wire: { tools } }],
  responseFormat: [
    { name: 'a shape of the answer', request: { responseFormat: format }, wire: { response_format: format } },
    {
      name: 'several shapes',
      request: { responseFormat: [{ type: 'text' }, format] },
      wire: { response_format: [{ type: 'text' }, format] },
    },
  ],
  serviceTier: [{ name: 'a service tier', request: { serviceTier: 'flex' }, wire: { service_tier: 'flex' } }],
};

describe('the body of a request', () => {
  for (const { name, request, wire } of Object.values(cases).flat()) {
    it(`says ${name}, and nothing else`, () => {
      const expected = Object.fromEntries(
        Object.entries({ ...golden, ...wire }).filter(([, value]) => value !== undefined),
      );
      assert.deepEqual(toParams({ ...base, ...request }), expected);
    });
  }

  it('is not made where an agent would have to answer without being stored', () => {
    const request = { ...base, model: '', agent: { id: 'antigravity-preview-09-2026' }, store: false };
    assert.throws(() => toParams(request), { reason: 'agentNotPrivate', notSent: true });
  });

  it('of an agent says its configuration, and that it runs in the background', () => {
    const agentConfig = { type: 'deep-research', thinking_summaries: 'auto', collaborative_planning: true };
    const request = { agent: 'deep-research-preview-04-2026', input: base.input, agentConfig };
    const expected = { agent: request.agent, input: [asked], background: true, store: true, agent_config: agentConfig };
    assert.deepEqual(toAgentParams(request), expected);
    assert.deepEqual(toAgentParams({ ...request, tools, previousInteractionId: 'v1_a' }), {
      ...expected,
      tools,
      previous_interaction_id: 'v1_a',
    });
  });
});
