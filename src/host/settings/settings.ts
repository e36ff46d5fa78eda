import * as vscode from 'vscode';
import type { Answering } from '../../core/chat/answering';
import { readRemoteServers } from '../../core/chat/remoteServers';
import type { AgentLimits } from '../../core/interactions/agents';
import type { ServiceTier } from '../../core/interactions/port';
import { readStoreNames } from '../../core/interactions/storeNames';
import { type ResearchTools, readResearchTools } from '../../core/research/researchTools';
import { type SettingKey, settingDefaults, settingsSection } from '../../manifest';
import { isThinkingChoice, serverTools } from '../../parts/answerChoices';
import { type BaseUrl, parseBaseUrl } from './baseUrl';

/** No project has its rules in more files. */
const mostRulesFiles = 10;

/** The model the next request goes to. A blank setting counts as the default. */
export function readModel(): string {
  return readName('model');
}

/** The model that writes commit messages. A blank setting counts as the default. */
export function readCommitModel(): string {
  return readName('commit.model');
}

/** The model for changes of code. A blank setting counts as the model of the chat. */
export function readEditModel(): string {
  const model = read('editModel');
  return typeof model === 'string' && model.trim() !== '' ? model.trim() : readModel();
}

/** Whether Google goes on with the answers of a stored chat when the connection breaks. */
export function runsInBackground(): boolean {
  return read('chat.background') !== false;
}

/** Whether Google may store what is asked, where the user can choose. */
export function storesAtGoogle(): boolean {
  return read('privacy.storeAtGoogle') !== false;
}

/** What the user tells every chat. Empty: nothing. */
export function readSystemInstruction(): string {
  const text = read('systemInstruction');
  return typeof text === 'string' ? text : '';
}

/** The files with a project's rules, as paths below its folder that do not lead out of it. */
export function readRulesFiles(folder: vscode.Uri): readonly string[] {
  const key = 'rules.files' satisfies SettingKey;
  const names = vscode.workspace.getConfiguration(settingsSection, folder).get<unknown>(key);
  const paths = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : settingDefaults[key];
  return [...new Set(paths.map((path) => path.trim().replaceAll('\\', '/')))].filter(isBelow).slice(0, mostRulesFiles);
}

function isBelow(path: string): boolean {
  return (
    path !== '' && !path.includes(':') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** Whether there are lenses above functions. */
export function showsCodeLenses(): boolean {
  return read('codeLens.enabled') === true;
}

/** Whether a model names new chats. */
export function namesByModel(): boolean {
  return read('chat.titles') === 'model';
}

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

/** How the service handles what changes code. */
export function readEditTier(): ServiceTier {
  return readTier('editServiceTier');
}

function readTier(setting: 'serviceTier' | 'editServiceTier'): ServiceTier {
  const tier = read(setting);
  return tier === 'flex' || tier === 'priority' ? tier : 'standard';
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

/** What may be spent on a day, in US dollars. 0: as much as is asked for. */
export function readDayBudget(): number {
  const budget = read('budget.perDay');
  return typeof budget === 'number' && budget > 0 ? budget : 0;
}

/** The stores and servers that a research may use besides the web. */
export function researchTools(): ResearchTools {
  return readResearchTools(readStores(), read('research.mcpServers'));
}

/**
 * Reads `baseUrl` from the user's own settings only. A workspace, a folder or a container must not be able to send the
 * key elsewhere, whatever the manifest's scope says.
 */
export function readBaseUrl(): BaseUrl {
  const value = ofUser('baseUrl');
  return parseBaseUrl(typeof value === 'string' ? value.trim() : '');
}

/**
 * The globs of files that are not sent without a question. Those of the user, the workspace and the folder of `uri` count
 * together, so that no folder can take back what its user has excluded.
 */
export function readExcludedGlobs(uri: vscode.Uri): readonly string[] {
  const key = 'privacy.exclude' satisfies SettingKey;
  const inspected = vscode.workspace.getConfiguration(settingsSection, uri).inspect<unknown>(key);
  const values = [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue];
  return values.flatMap((value) => (Array.isArray(value) ? value.filter((glob) => typeof glob === 'string') : []));
}

function readName(key: 'model' | 'commit.model'): string {
  const name = read(key);
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : settingDefaults[key];
}

function ofUser(key: SettingKey): unknown {
  return vscode.workspace.getConfiguration(settingsSection).inspect<unknown>(key)?.globalValue;
}

function read(key: SettingKey): unknown {
  return vscode.workspace.getConfiguration(settingsSection).get<unknown>(key);
}
