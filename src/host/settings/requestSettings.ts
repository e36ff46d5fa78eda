import * as vscode from 'vscode';
import type { Answering } from '../../core/chat/answering';
import { readRemoteServers } from '../../core/chat/remoteServers';
import type { AgentLimits } from '../../core/interactions/agents';
import { readStoreNames } from '../../core/interactions/storeNames';
import { type ResearchTools, readResearchTools } from '../../core/research/researchTools';
import { type SettingKey, settingDefaults, settingsSection } from '../../manifest';
import { isThinkingChoice, serverTools } from '../../parts/answerChoices';
import { ofUser, read, readTier } from './settings';

/** How questions are answered unless a chat says otherwise. */
export function readAnswering(): Answering {
  const thinking = read('thinking.level');
  const most = read('maxOutputTokens');
  return {
    // Files are searched where a chat says so.
    tools: serverTools.filter((tool) => tool !== 'fileSearch' && read(`tools.${tool}`) === true),
    stores: readStores(),
    thinking: isThinkingChoice(thinking) ? thinking : 'model',
    // None is on before the user says so in a chat.
    servers: [],
    remote: readRemoteServers(read('mcp.remoteServers')),
    summaries: read('thinking.summaries') !== false,
    maxOutputTokens: typeof most === 'number' && Number.isInteger(most) && most > 0 ? most : 0,
    serviceTier: readTier('serviceTier'),
  };
}

/**
 * What the user allows agents, from the user's own settings only: a project must not be able to open the network for what
 * is sent into a sandbox. A list that cannot be read opens nothing.
 */
export function readAgentLimits(): AgentLimits {
  const most = ofUser('agent.maxTotalTokens');
  const network = ofUser('agent.network') ?? settingDefaults['agent.network'];
  return {
    maxTotalTokens: typeof most === 'number' && Number.isInteger(most) && most > 0 ? most : 0,
    network: Array.isArray(network) ? network.filter((host) => typeof host === 'string' && host.trim() !== '') : [],
  };
}

/** The File Search stores that answers and research may search. */
export function readStores(): readonly string[] {
  return readStoreNames(read('tools.fileSearchStores'));
}

/** For all windows of the user: a store belongs to a key, and not to a folder. */
export async function writeStores(names: readonly string[]): Promise<void> {
  const key = 'tools.fileSearchStores' satisfies SettingKey;
  await vscode.workspace.getConfiguration(settingsSection).update(key, names, vscode.ConfigurationTarget.Global);
}

/** How research is done unless the user says otherwise. */
export function researchSettings(): {
  readonly agent: 'fast' | 'max';
  readonly planFirst: boolean;
  /** A folder below the workspace's. */
  readonly folder: string;
  /** US dollars. 0: no limit. */
  readonly budget: number;
} {
  const folder = read('research.folder');
  const budget = read('budget.perResearch');
  return {
    agent: read('research.agent') === 'max' ? 'max' : 'fast',
    planFirst: read('research.planFirst') !== false,
    folder: typeof folder === 'string' ? folder.trim() : settingDefaults['research.folder'],
    budget: typeof budget === 'number' && budget >= 0 ? budget : settingDefaults['budget.perResearch'],
  };
}

/** The stores and servers that a research may use besides the web. */
export function researchTools(): ResearchTools {
  return readResearchTools(readStores(), read('research.mcpServers'));
}
