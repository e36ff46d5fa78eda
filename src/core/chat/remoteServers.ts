import { isJsonObject, type JsonObject, textField } from '../base/json';

/** A remote MCP server, which Google calls from its own machines. */
export interface RemoteServer {
  /** As Google and the user know it. */
  readonly name: string;
  readonly url: string;
  /** Where it is, for people. */
  readonly host: string;
  /** The tools that may be called. Empty: all it has. */
  readonly allowedTools: readonly string[];
  /** Why it can't be used. */
  readonly problem?: 'name' | 'twice' | 'address' | 'notHttps';
}

/**
 * Reads the setting of remote MCP servers: objects with `name`, `url` and perhaps `allowedTools`. One that cannot be used is
 * among them with its problem, so that its user learns of it. What has no name is left out.
 */
export function readRemoteServers(value: unknown): readonly RemoteServer[] {
  const servers = new Map<string, RemoteServer>();
  for (const entry of (Array.isArray(value) ? value : []).filter(isJsonObject)) {
    const name = textField(entry, 'name')?.trim() ?? '';
    const known = servers.get(name);
    // Which of them is meant is not known, so none is used.
    if (known) servers.set(name, { ...known, problem: 'twice' });
    else if (name !== '') servers.set(name, readServer(name, entry));
  }
  return [...servers.values()];
}

/** In wire form. Source: SDK type `McpServer` of `Tool`. */
export function serverTool({ name, url, allowedTools }: RemoteServer): JsonObject {
  const allowed = allowedTools.length > 0 ? { allowed_tools: [{ mode: 'auto', tools: allowedTools }] } : {};
  return { type: 'mcp_server', name, url, ...allowed };
}

function readServer(name: string, entry: JsonObject): RemoteServer {
  const url = textField(entry, 'url')?.trim() ?? '';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const { allowedTools: listed } = entry;
  const allowedTools = Array.isArray(listed) ? listed.filter((tool): tool is string => typeof tool === 'string') : [];
  const problem = problemOf(name, parsed);
  return { name, url, host: parsed?.host ?? url, allowedTools, ...(problem && { problem }) };
}

/** The service takes no other names. A password in an address would be sent to Google and be shown. */
function problemOf(name: string, url: URL | undefined): RemoteServer['problem'] {
  if (!/^[a-z0-9]+$/.test(name)) return 'name';
  if (url?.username !== '' || url.password !== '') return 'address';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? undefined : 'notHttps';
}
