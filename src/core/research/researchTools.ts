import { isJsonObject, type JsonObject, textField } from '../base/json';
import { readStoreNames } from '../interactions/storeNames';

/** What a research may use besides the web: the user's own. */
export interface ResearchTools {
  /** In wire form; empty: the agent uses its own alone. Source: SDK types `FileSearch`, `McpServer`. */
  readonly tools: readonly JsonObject[];
  /** What each of them is called, for people. */
  readonly names: readonly string[];
}

/** What the agent has by itself, and has to be named as soon as others are. Source: Deep Research guide. */
const own: readonly JsonObject[] = [{ type: 'google_search' }, { type: 'url_context' }, { type: 'code_execution' }];

/**
 * Reads the settings of stores to search (`fileSearchStores/…`) and of remote MCP servers, by name, with `url` and
 * `headers`. What the service would refuse is left out: servers without https, and names that are not lower-case letters
 * and digits.
 */
export function readResearchTools(stores: unknown, servers: unknown): ResearchTools {
  const known = readStoreNames(stores);
  const search = known.length > 0 ? [{ type: 'file_search', file_search_store_names: known }] : [];
  const mcp = Object.entries(isJsonObject(servers) ? servers : {}).flatMap(([name, server]) =>
    readServer(name, server),
  );
  const tools = [...search, ...mcp.map(({ tool }) => tool)];
  return {
    tools: tools.length > 0 ? [...own, ...tools] : [],
    names: [...known, ...mcp.map(({ label }) => label)],
  };
}

function readServer(name: string, server: unknown): readonly { readonly tool: JsonObject; readonly label: string }[] {
  if (!isJsonObject(server) || !/^[a-z0-9]+$/.test(name)) return [];
  const url = textField(server, 'url') ?? '';
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return [];
  const headers = Object.fromEntries(
    Object.entries(isJsonObject(server.headers) ? server.headers : {}).filter(([, value]) => typeof value === 'string'),
  );
  const hasHeaders = Object.keys(headers).length > 0;
  return [
    {
      tool: { type: 'mcp_server', name, url, ...(hasHeaders && { headers }) },
      label: `${name} (${new URL(url).host})`,
    },
  ];
}
