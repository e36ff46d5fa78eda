/**
 * `npm run manifest` writes src/manifest.ts from package.json, which is the only place where commands, settings, views and
 * context keys are declared. `npm test lint` runs it with `--check`: it fails where the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const target = new URL('../src/manifest.ts', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { commands, configuration, views, viewsContainers } = manifest.contributes;

const settings = Object.entries(configuration.properties);
const [section] = settings[0][0].split('.');
const ownPart = (name) => name.slice(section.length + 1);
/** A name in code: `geminiInteractions.agent.isRunning` becomes `agentIsRunning`. */
const nameOf = (name) => ownPart(name).replace(/\.(\w)/g, (_, letter) => letter.toUpperCase());

const viewIds = Object.values(views)
  .flat()
  .map(({ id }) => id);
const tabTypes = manifest.activationEvents.flatMap((event) => /^onWebviewPanel:(.*)$/.exec(event)?.[1] ?? []);

/** Names of ours in `when` and `enablement` clauses that are neither a view nor a type of tabs. */
const clauses = [...JSON.stringify(manifest.contributes).matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"/g)];
const contextKeys = new Set(
  clauses.flatMap(([, clause]) => clause.match(new RegExp(`\\b${section}\\.[\\w.]+`, 'g')) ?? []),
);
// Steps of a walkthrough are done by them, too.
for (const [, name] of JSON.stringify(manifest.contributes.walkthroughs).matchAll(/"onContext:([\w.]+)"/g)) {
  contextKeys.add(name);
}
for (const name of [...viewIds, ...tabTypes]) contextKeys.delete(name);

const text = `/** Written by \`npm run manifest\` from package.json. Change that file, not this one. */

export const extensionId = ${literal(`${manifest.publisher}.${manifest.name}`)};

export const commandIds = [
${commands.map(({ command }) => `  ${literal(command)},\n`).join('')}] as const;
export type CommandId = (typeof commandIds)[number];

${viewIds.map((id) => `export const ${nameOf(id)}ViewId = ${literal(id)};\n`).join('')}
/** The container in the secondary side bar, as commands name it. */
export const secondaryContainerId = ${literal(`workbench.view.extension.${viewsContainers.secondarySidebar[0].id}`)};

/** The types of the tabs that VS Code brings back. */
${tabTypes.map((type) => `export const ${nameOf(type)}Type = ${literal(type)};\n`).join('')}
/** The section of the settings, and the defaults of those in it. */
export const settingsSection = ${literal(section)};
export const settingDefaults = {
${settings.map(([name, { default: value }]) => `  ${key(ownPart(name))}: ${literal(value)},\n`).join('')}};
export type SettingKey = keyof typeof settingDefaults;

/** The context keys that \`when\` clauses and steps of the walkthrough ask for. */
export const contextKeys = {
${[...contextKeys].map((name) => `  ${nameOf(name)}: ${literal(name)},\n`).join('')}} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];
`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error('src/manifest.ts is not what package.json says. Please run `npm run manifest`.');
  process.exitCode = 1;
}

/** A value as the formatter writes it. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'string') return JSON.stringify(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function key(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}
