import { model } from './harness';
import { fn, type Refusal, research, unknown, user } from './refusal';

const inSandbox = (source: unknown) => ({
  model: undefined,
  agent: 'antigravity-preview-09-2026',
  background: true,
  environment: { type: 'remote', sources: [source] },
});

/** Models, agents and what goes with them. */
export const refusedChoices: readonly Refusal[] = [
  { what: 'both model and agent', body: { agent: research.agent }, message: /Only one of 'model' and 'agent'/ },
  { what: 'neither model nor agent', body: { model: undefined }, message: /One of 'model' and 'agent'/ },
  { what: 'an unknown model', body: { model: 'gemini-9' }, status: 404, code: 'model_not_found', message: /gemini-9/ },
  {
    what: 'a retired model',
    body: { model: 'gemini-2.0-flash' },
    status: 404,
    code: 'model_not_found',
    message: /gemini-2\.0-flash/,
  },
  {
    what: 'a models/ prefix',
    body: { model: `models/${model}` },
    status: 404,
    code: 'model_not_found',
    message: /models\//,
  },
  ...['gemini-flash-latest', 'gemini-pro-latest', 'gemini-3.1-pro-preview-customtools'].map((id) => ({
    what: `${id}, which v1 does not have`,
    body: { model: id },
    status: 404,
    code: 'model_not_found',
    message: /API version v1 /,
  })),
  {
    what: 'an agent as a model',
    body: { model: research.agent },
    message: /'deep-research-preview-04-2026' is an agent/,
  },
  {
    what: 'a recording for a model that sees pictures only',
    body: { model: 'gemma-4-31b-it', input: [user({ type: 'audio', data: 'SUQzBA==', mime_type: 'audio/mp3' })] },
    message: /^Audio input modality is not enabled for models\/gemma-4-31b-it$/,
  },
  {
    what: 'a model that only embeds',
    body: { model: 'gemini-embedding-001' },
    message: /does not support interactions/,
  },
  {
    what: 'a thinking level the model lacks',
    body: { generation_config: { thinking_level: 'minimal' } },
    message: /'minimal' is not supported by model/,
  },
  {
    what: 'the highest thinking level on all but Gemini 4 Hydrogen',
    body: { model: 'gemini-4-carbon', generation_config: { thinking_level: 'xhigh' } },
    message: /'xhigh' is not supported by model 'gemini-4-carbon'/,
  },
  {
    what: 'the lowest thinking level on Gemini 4 Hydrogen',
    body: { model: 'gemini-4-hydrogen', generation_config: { thinking_level: 'minimal' } },
    message: /'minimal' is not supported by model 'gemini-4-hydrogen'/,
  },
  {
    what: 'more output than one call may give',
    body: { generation_config: { max_output_tokens: 65_537 } },
    message: /between 1 and 65536/,
  },
  { what: 'the same function twice', body: { tools: [fn, fn] }, message: /Duplicate function declaration 'read_file'/ },
  {
    what: 'auto choice among functions and built-in tools',
    body: { tools: [fn, { type: 'google_search' }], generation_config: { tool_choice: 'auto' } },
    message: /'tool_choice' 'auto'/,
  },
  ...['auto', 'any', 'none', { allowed_tools: { mode: 'any', tools: ['read_file'] } }].map((tool_choice) => ({
    what: `the tool choice ${JSON.stringify(tool_choice)} without functions`,
    body: { tools: [{ type: 'google_search' }], generation_config: { tool_choice } },
    message: /'generation_config\.tool_choice' is set without function declarations/,
  })),
  ...['My server', 'my-server', 'my_server', ''].map((name) => ({
    what: `the MCP server name '${name}'`,
    body: { model: 'gemini-2.5-flash', tools: [{ type: 'mcp_server', name, url: 'https://a.example' }] },
    message: /'tools\[0\]\.name': expected lower-case letters and digits only/,
  })),
  {
    what: 'combined tools on 2.5',
    body: { model: 'gemini-2.5-flash', tools: [fn, { type: 'google_search' }] },
    message: /cannot be combined/,
  },
  {
    what: 'remote MCP on Gemini 3',
    body: { tools: [{ type: 'mcp_server', name: 'a', url: 'https://a.example' }] },
    message: /'mcp_server' is not supported by model/,
  },
  {
    what: 'background without storage',
    body: { background: true, store: false },
    message: /'background' requires 'store'/,
  },
  {
    what: 'an agent in the foreground',
    body: { ...research, background: undefined },
    message: /Agents are required to use background=true/,
  },
  {
    what: 'a retired agent',
    body: { ...research, agent: 'deep-research-pro-preview-12-2025' },
    status: 404,
    code: 'not_found',
    message: /no longer available/,
  },
  {
    what: 'an agent that is listed and not open to this project',
    body: { ...research, agent: 'code-mender-preview-10-2026' },
    status: 404,
    code: 'not_found',
    message: /'code-mender-preview-10-2026' was not found/,
  },
  { what: 'an unknown agent', body: { ...research, agent: 'poet' }, status: 404, code: 'not_found', message: /poet/ },
  {
    what: 'a system instruction for research',
    body: { ...research, system_instruction: 'x' },
    message: /'system_instruction' is not supported/,
  },
  ...['http://github.com/a/b', 'https://token@github.com/a/b', 'https://github.com/', 'a/b'].map((source) => ({
    what: `a repository at ${source}`,
    body: inSandbox({ type: 'repository', source, target: '/workspace/b' }),
    message: /A repository needs an https 'source'/,
  })),
  {
    what: 'a repository that leads out of its folder',
    body: inSandbox({ type: 'repository', source: 'https://github.com/a/b', target: '/workspace/../b' }),
    message: /A repository needs an https 'source' and an absolute 'target'/,
  },
  { what: 'functions for research', body: { ...research, tools: [fn] }, message: /Function tools are not supported/ },
  {
    what: 'a model’s settings with an agent',
    body: { ...research, generation_config: {} },
    ...unknown,
    message: /'generation_config'/,
  },
  {
    what: 'another agent’s settings',
    body: { ...research, agent_config: { type: 'antigravity' } },
    message: /must be 'deep-research'/,
  },
  {
    what: 'Antigravity without an environment',
    body: { model: undefined, agent: 'antigravity-preview-09-2026' },
    code: 'parameter_missing',
    message: /'environment'/,
  },
];
