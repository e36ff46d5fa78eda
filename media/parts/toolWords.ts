import * as l10n from '@vscode/l10n';
import type { ToolCallPart } from '../../src/parts/toolCallPart';
import { pagesOf, queriesOf } from '../../src/parts/toolContent';
import { type ToolKind, toolKindOf } from '../../src/parts/toolKind';
import type { IconName } from '../base/element';
import { safeUrl } from '../base/safeUrl';

/** What a tool is asked for, as far as it is known. */
export type AskedTool = Pick<ToolCallPart, 'step' | 'name' | 'arguments' | 'other'>;

const icons: Readonly<Record<ToolKind, IconName>> = {
  code: 'terminal',
  search: 'search',
  pages: 'globe',
  files: 'file',
  maps: 'globe',
  named: 'tools',
  lookUp: 'search',
  processing: 'tools',
  other: 'tools',
};

export function toolIcon({ step }: AskedTool): IconName {
  return icons[toolKindOf(step)];
}

/** What a tool does or has done, in one line: a verb and its object. */
export function toolWords(tool: AskedTool, isRunning: boolean): string {
  const kind = toolKindOf(tool.step);
  switch (kind) {
    case 'search':
      return searchWords(queriesOf(tool), isRunning);
    case 'code': {
      const language = languageName(tool);
      if (language === '') return isRunning ? l10n.t('Running code') : l10n.t('Ran code');
      return isRunning ? l10n.t('Running {0}', language) : l10n.t('Ran {0}', language);
    }
    case 'pages':
      return pageWords(pagesOf(tool), isRunning);
    case 'files':
      return isRunning ? l10n.t('Searching files') : l10n.t('Searched files');
    case 'maps':
      return mapWords(queriesOf(tool), isRunning);
    case 'lookUp':
      return lookUpWords(queriesOf(tool), isRunning);
    case 'processing':
      return isRunning ? l10n.t('Processing data') : l10n.t('Processed data');
    case 'named':
    case 'other': {
      const name = tool.name === '' ? unknownName(tool.step) : tool.name;
      const server = tool.other?.server_name;
      if (typeof server === 'string' && server !== '') {
        return isRunning ? l10n.t('Using {0} of {1}', name, server) : l10n.t('Used {0} of {1}', name, server);
      }
      return isRunning ? l10n.t('Using {0}', name) : l10n.t('Used {0}', name);
    }
  }
}

function searchWords([first, ...others]: readonly string[], isRunning: boolean): string {
  if (first === undefined) return isRunning ? l10n.t('Searching the web') : l10n.t('Searched the web');
  if (isRunning) return l10n.t('Searching “{0}”', first);
  if (others.length === 0) return l10n.t('Searched “{0}”', first);
  return l10n.t('Searched “{0}” ({1} queries)', first, others.length + 1);
}

function mapWords([first, ...others]: readonly string[], isRunning: boolean): string {
  if (first === undefined) return isRunning ? l10n.t('Searching Google Maps') : l10n.t('Searched Google Maps');
  if (isRunning) return l10n.t('Searching Google Maps for “{0}”', first);
  if (others.length === 0) return l10n.t('Searched Google Maps for “{0}”', first);
  return l10n.t('Searched Google Maps for “{0}” ({1} queries)', first, others.length + 1);
}

function lookUpWords([first, ...others]: readonly string[], isRunning: boolean): string {
  if (first === undefined) return isRunning ? l10n.t('Looking up information') : l10n.t('Looked up information');
  if (isRunning) return l10n.t('Looking up “{0}”', first);
  if (others.length === 0) return l10n.t('Looked up “{0}”', first);
  return l10n.t('Looked up “{0}” ({1} queries)', first, others.length + 1);
}

function pageWords([first, ...others]: readonly string[], isRunning: boolean): string {
  if (first === undefined) return isRunning ? l10n.t('Reading web pages') : l10n.t('Read web pages');
  const host = safeUrl(first)?.host ?? first;
  if (isRunning) return l10n.t('Reading {0}', host);
  return others.length === 0 ? l10n.t('Read {0}', host) : l10n.t('Read {0} and {1} more', host, others.length);
}

function languageName({ arguments: { language } }: AskedTool): string {
  if (typeof language !== 'string') return '';
  return language.charAt(0).toUpperCase() + language.slice(1).toLowerCase();
}

/** A type that this version does not know: `weather_call` is "weather". */
function unknownName(step: string): string {
  const name = step.replace(/_(?:call|result)$/, '').replaceAll('_', ' ');
  return name === '' || name === 'unknown' || name === 'function' ? l10n.t('a tool') : name;
}
