import { parseArgs } from 'node:util';
import { geminiOrigin } from '../../src/names';
import { type Flag, flags, type Probe } from './probe';

export interface Options {
  readonly isPlan: boolean;
  /** The question before the first request is not asked. */
  readonly isYes: boolean;
  readonly origin: string;
  readonly out: string | undefined;
  readonly flags: ReadonlySet<Flag>;
  readonly probes: readonly Probe[];
}

export const usage = `npm run smoke:live -- [options]

  --plan              print every request, and send none
  --yes               do not ask before the first request
  --only 1,6,cancel   some assumptions by number, or probes by name
  --out <file>        where the result is written; usually smoke-live-<date>.json in this folder
  --with-research     also start a Deep Research, and cancel it at once
  --with-long         also send more than a model takes, about a million tokens
  --with-image        also ask for a picture
  --with-maps         also ask Google Maps
  --with-agent        also have an agent do a small task in a sandbox
  --base-url <url>    another address of the service, https or on this machine`;

/** Reads the command line. Throws an Error whose message is for the person. */
export function readOptions(args: readonly string[], all: readonly Probe[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      plan: { type: 'boolean' },
      yes: { type: 'boolean' },
      only: { type: 'string' },
      out: { type: 'string' },
      'base-url': { type: 'string' },
      'with-research': { type: 'boolean' },
      'with-long': { type: 'boolean' },
      'with-image': { type: 'boolean' },
      'with-maps': { type: 'boolean' },
      'with-agent': { type: 'boolean' },
    },
  });
  return {
    isPlan: values.plan ?? false,
    isYes: values.yes ?? false,
    origin: values['base-url'] === undefined ? geminiOrigin : originOf(values['base-url']),
    out: values.out,
    flags: new Set(flags.filter((flag) => values[`with-${flag}`])),
    probes: values.only === undefined ? all : chosen(values.only, all),
  };
}

/** The key is sent there, so the way has to be encrypted or not to leave this machine. */
function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLoopback = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return url.origin;
  throw new Error(`${address} is neither https nor on this machine, so the key is not sent there.`);
}

function chosen(list: string, all: readonly Probe[]): readonly Probe[] {
  const names = list.split(',').map((name) => name.trim());
  const isNamed = ({ id, assumption }: Probe, name: string) => name === id || name === String(assumption);
  const unknown = names.filter((name) => !all.some((probe) => isNamed(probe, name)));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. Say numbers from 1 to 17, or names of probes.`);
  return all.filter((probe) => names.some((name) => isNamed(probe, name)));
}
