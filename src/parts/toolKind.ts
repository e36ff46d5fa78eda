/** What a tool does for people. `named`: a function or a tool of an MCP server, which its name tells. */
export type ToolKind = 'code' | 'search' | 'pages' | 'files' | 'maps' | 'named' | 'lookUp' | 'processing' | 'other';

/** The kind of the tool by the type of its call or its result, as the API spells it. */
export function toolKindOf(step: string): ToolKind {
  switch (step.replace(/_(?:call|result)$/, '')) {
    case 'code_execution':
      return 'code';
    case 'google_search':
      return 'search';
    case 'url_context':
      return 'pages';
    case 'file_search':
      return 'files';
    case 'google_maps':
      return 'maps';
    case 'mcp_server_tool':
    case 'function':
      return 'named';
    case 'retrieval':
      return 'lookUp';
    case 'processing':
      return 'processing';
    default:
      return 'other';
  }
}
