import * as vscode from 'vscode';
import { isLoopback } from '../settings/baseUrl';

/*
 * The one file of the host that needs Node: what the environment says. A web window has none, and gets empty answers.
 */

const variables: Readonly<Record<string, string | undefined>> = typeof process === 'undefined' ? {} : process.env;

interface DevWatchdogTimes {
  readonly idlePingMs: number;
  readonly replyTimeoutMs: number;
}

/** What the environment of a development or test window says in place of settings and secrets. */
export interface DevOverrides {
  readonly origin: string | undefined;
  readonly key: string | undefined;
  /** How long the watchdog of pages waits, in milliseconds. */
  readonly watchdogTimes: DevWatchdogTimes | undefined;
  /** Questions that the page of an empty chat offers. */
  readonly starters: readonly string[];
  /** The chat opens by itself. */
  readonly opensChat: boolean;
}

/**
 * Reads `GEMINI_INTERACTIONS_BASE_URL` and `GEMINI_INTERACTIONS_API_KEY`, so that `npm start` and the tests need no
 * clicks, and `GEMINI_INTERACTIONS_WATCH_MS`, so that they need not wait: how long a page rests before the next
 * ping, and how long it may take to reply, as `1000,2000`. `GEMINI_INTERACTIONS_STARTERS` has a question a line, and
 * `GEMINI_INTERACTIONS_OPEN_CHAT` is set where the chat is to open by itself. An installed extension never looks at them, and only this machine is accepted as an address.
 */
export function readDevOverrides(mode: vscode.ExtensionMode): DevOverrides {
  if (mode === vscode.ExtensionMode.Production) {
    return { origin: undefined, key: undefined, watchdogTimes: undefined, starters: [], opensChat: false };
  }
  const address = variables.GEMINI_INTERACTIONS_BASE_URL;
  const origin = address && URL.canParse(address) && isLoopback(new URL(address)) ? new URL(address).origin : undefined;
  const key = variables.GEMINI_INTERACTIONS_API_KEY || undefined;
  return {
    origin,
    key,
    watchdogTimes: readTimes(variables.GEMINI_INTERACTIONS_WATCH_MS),
    starters: (variables.GEMINI_INTERACTIONS_STARTERS ?? '').split('\n').filter((line) => line.trim() !== ''),
    opensChat: Boolean(variables.GEMINI_INTERACTIONS_OPEN_CHAT),
  };
}

function readTimes(text = ''): DevWatchdogTimes | undefined {
  const [idlePingMs = 0, replyTimeoutMs = 0] = text.split(',').map(Number);
  if (!(idlePingMs > 0 && replyTimeoutMs > 0)) return undefined;
  return { idlePingMs, replyTimeoutMs };
}

/** The variable other tools take the key from. Here it is offered, never taken. */
export const keyVariable = 'GEMINI_API_KEY';

export function keyFromEnvironment(): string | undefined {
  return variables[keyVariable]?.trim() || undefined;
}

/** The proxy that programs are told to use for https. VS Code goes by it when its own setting is empty. */
export function proxyFromEnvironment(): string | undefined {
  return variables.HTTPS_PROXY || variables.https_proxy || undefined;
}

/** The user's own folder. */
export function homeFolder(): string | undefined {
  return variables.HOME || variables.USERPROFILE || undefined;
}

/** The kind of system, without anything that names its user. */
export function systemName(): string {
  return typeof process === 'undefined' ? 'web' : `${process.platform} ${process.arch}`;
}
