import * as l10n from '@vscode/l10n';

/** What a step of a tool is called, by its type as the API spells it. A type this version does not know keeps its name. */
export function toolLabel(step: string): string {
  switch (step) {
    case 'code_execution_call':
      return l10n.t('Ran code');
    case 'code_execution_result':
      return l10n.t('Code output');
    case 'google_search_call':
      return l10n.t('Google Search');
    case 'google_search_result':
      return l10n.t('Search results');
    case 'url_context_call':
      return l10n.t('Reading web pages');
    case 'url_context_result':
      return l10n.t('Read web pages');
    case 'file_search_call':
      return l10n.t('File search');
    case 'file_search_result':
      return l10n.t('Files found');
    case 'google_maps_call':
      return l10n.t('Google Maps');
    case 'google_maps_result':
      return l10n.t('Places found');
    case 'mcp_server_tool_call':
      return l10n.t('MCP tool');
    case 'mcp_server_tool_result':
      return l10n.t('Result of the MCP tool');
    case 'retrieval_call':
      return l10n.t('Look-up');
    case 'retrieval_result':
      return l10n.t('Result of the look-up');
    case 'processing_call':
      return l10n.t('Processing');
    case 'processing_result':
      return l10n.t('Result of the processing');
    case 'function_call':
      return l10n.t('Tool call');
    case 'function_result':
      return l10n.t('Result of the tool');
    case 'unknown':
      return l10n.t('Tool');
    default:
      return step;
  }
}
