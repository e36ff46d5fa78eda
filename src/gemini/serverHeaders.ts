import type { Interactions as Sdk } from '@google/genai/web';
import type { HeadersOf } from '../core/interactions/serverHeaders';

/** Tools with the headers of the servers among them. What stands in a tool already counts: the user wrote it there. */
export function withHeaders(tools: readonly Sdk.Tool[], headersOf: HeadersOf): Promise<Sdk.Tool[]> {
  return Promise.all(
    tools.map(async (tool) => {
      if (tool?.type !== 'mcp_server') return tool;
      const own = await headersOf(tool.name ?? '', tool.url ?? '');
      return own ? { ...tool, headers: { ...own, ...tool.headers } } : tool;
    }),
  );
}
