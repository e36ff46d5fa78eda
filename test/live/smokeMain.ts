/**
 * `npm run smoke:live`: tries with a real key whether the service is as this product assumes. Prints what it finds, and
 * writes it to a file that can be sent to the makers.
 */
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../../src/core/base/clock';
import { failureFromThrown } from '../../src/gemini/failures';
import { cleanUp } from './cleanUp';
import { LiveApi } from './liveApi';
import { type Options, readOptions, usage } from './options';
import { overviewOf, planOf } from './plan';
import { allProbes } from './probes/allProbes';
import { reportOf, sumOf, tableOf, writeReport } from './report';
import { pathOfUser } from './userFolder';
import { isWanted, walk } from './walk';

const stop = new AbortController();
const giveUp = new AbortController();

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOrUsage(args);
  if (!options) return 2;
  const { isPlan, isYes, origin, probes, flags } = options;
  const sent = probes.filter((probe) => isWanted(probe, flags));
  if (isPlan) {
    console.log(planOf(sent));
    return 0;
  }
  const key = process.env.GEMINI_API_KEY?.trim();
  if (!key) {
    console.log('GEMINI_API_KEY is not set, so nothing was sent. Set it to a key of yours, or say --plan to see what');
    console.log('would be sent. A key is made at https://aistudio.google.com/apikey.');
    return 0;
  }
  console.log(overviewOf(sent, origin));
  if (!isYes && !(await isAgreed())) {
    console.log('\nNothing was sent.');
    return 0;
  }
  return tryAll(options, key);
}

async function tryAll({ origin, probes, flags, out }: Options, key: string): Promise<number> {
  const at = Date.now();
  const api = new LiveApi({ origin, key, clock: systemClock, signal: stop.signal });
  if (!(await isKeyTaken(api))) return 1;
  console.log('');
  const rows = await walk(probes, api, {
    flags,
    signal: stop.signal,
    onRow: ({ id, same, seen }) => console.log(`${same.padEnd(4)}  ${id}: ${seen}`),
  });
  const isStopped = stop.signal.aborted;
  console.log(isStopped ? '\nStopped. Deleting what is left at Google…\n' : '');
  await cleanUp(api.withSignal(giveUp.signal));
  console.log(tableOf(rows));
  console.log(`\n${sumOf(rows)}`);
  for (const line of leftLines(api)) console.log(line);
  const path = writeReport(
    reportOf({ rows, origin, flags, isStopped, at }, api),
    out === undefined ? undefined : pathOfUser(out),
    pathOfUser,
    at,
  );
  console.log(`Written to ${path}. It holds no key, no prompt and no answer; please send it in.`);
  return isStopped ? 130 : 0;
}

/** With a key that is not taken, or without a network, every probe would find the same, and nothing about the service. */
async function isKeyTaken(api: LiveApi): Promise<boolean> {
  try {
    const { failure, words } = await api.send({ method: 'GET', path: '/v1/models?pageSize=1' });
    if (!failure) return true;
    console.error(`\nThe list of models was answered ${words}, so nothing else was sent.`);
  } catch (error) {
    if (stop.signal.aborted) return false;
    const failure = failureFromThrown(error);
    if (!failure) throw error;
    console.error(`\nThe service could not be asked: ${failure.reason}${failure.code ? ` (${failure.code})` : ''}.`);
  }
  return false;
}

function optionsOrUsage(args: readonly string[]): Options | undefined {
  try {
    return readOptions(args, allProbes);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`\n${usage}`);
    return undefined;
  }
}

/** Without a terminal the input ends, which is no yes. */
async function isAgreed(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question('\nSend them? Type yes: '), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

function leftLines({ created }: LiveApi): readonly string[] {
  if (created.count === 0) return ['All that was made at Google is deleted.'];
  return [
    'Left at Google, since it could not be deleted:',
    ...[...created.interactions.keys()].map((id) => `  interaction ${id}`),
    ...[...created.files].map((name) => `  file ${name}`),
    ...(created.unnamed > 0 ? [`  perhaps ${created.unnamed} interactions whose ids never arrived`] : []),
  ];
}

let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second Ctrl+C gives up even the cleaning up. A SIGTERM may come with the first one, in any order, from
    // `setup.mjs`, which sees npm end and stops its child.
    if (signal === 'SIGINT') interrupts += 1;
    if (interrupts > 1) giveUp.abort();
    stop.abort();
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
