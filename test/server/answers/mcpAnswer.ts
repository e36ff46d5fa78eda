import type { Interactions } from '@google/genai';
import { textStep } from '../answer';
import { promptOf, type Question } from './question';

/** An answer for which a tool of a remote MCP server was called, the first that is allowed. No server is asked. */
export function mcpSteps(question: Question, thought: Interactions.Step): readonly Interactions.Step[] | undefined {
  const server = question.request.tools?.find((tool) => tool.type === 'mcp_server');
  if (server?.type !== 'mcp_server') return undefined;
  const { name: serverName = '', allowed_tools } = server;
  const name = allowed_tools?.[0]?.tools?.[0] ?? 'search';
  const query = promptOf(question).slice(0, 60);
  return [
    thought,
    {
      type: 'mcp_server_tool_call',
      id: 'mcp00001',
      name,
      server_name: serverName,
      arguments: { query, filter: { open: true } },
    },
    {
      type: 'mcp_server_tool_result',
      call_id: 'mcp00001',
      name,
      server_name: serverName,
      result: { tickets: [{ id: 7, title: 'The stand-in has one ticket.' }] },
    },
    textStep(`The server **${serverName}** has one open ticket, number 7.`),
  ];
}
