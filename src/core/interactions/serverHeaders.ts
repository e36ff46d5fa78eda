/** What a remote MCP server is called with. Source: SDK `McpServer.headers`. */
export type ServerHeaders = Readonly<Record<string, string>>;

/** The headers for the server of this name at this address. Undefined: none. Never rejects. */
export type HeadersOf = (name: string, url: string) => Promise<ServerHeaders | undefined>;
