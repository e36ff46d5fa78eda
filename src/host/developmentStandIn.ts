import * as vscode from 'vscode';
import { isLoopback } from './settings';

/** What the environment of a development or test window says in place of settings and secrets. */
export interface StandIn {
  readonly origin: string | undefined;
  readonly key: string | undefined;
}

const none: StandIn = { origin: undefined, key: undefined };

/**
 * Reads `GEMINI_INTERACTIONS_BASE_URL` and `GEMINI_INTERACTIONS_API_KEY`, so that `npm start` and the tests need no
 * clicks. An installed extension never looks at them, and only this machine is accepted as an address.
 *
 * The one file of the host that needs Node: a web window has no environment and gets none.
 */
export function readStandIn(mode: vscode.ExtensionMode): StandIn {
  if (mode === vscode.ExtensionMode.Production || typeof process === 'undefined') return none;
  const address = process.env.GEMINI_INTERACTIONS_BASE_URL;
  const origin = address && URL.canParse(address) && isLoopback(new URL(address)) ? new URL(address).origin : undefined;
  return { origin, key: process.env.GEMINI_INTERACTIONS_API_KEY || undefined };
}
