/**
 * `npm run replay -- <folder>`: feeds recorded answers of the service to the product's reader, and says what became of
 * each. Ends with 1 if the product threw at one of them.
 */
import { interactionsOver } from '../../src/gemini/client';
import { startLocalServer } from '../server/localServer';
import { recordingsIn } from './replay/recordings';
import { type Replayed, replayedLine, replayedSum } from './replay/replayed';
import { replayFile } from './replay/replayFile';
import { pathOfUser } from './userFolder';

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('Say a folder: npm run replay -- <folder>');
    return 2;
  }
  const recordings = recordingsIn(pathOfUser(folder));
  const server = await startLocalServer();
  const client = interactionsOver(() => Promise.resolve({ origin: server.url, key: 'replay' }));
  const all: Replayed[] = [];
  try {
    for (const recording of recordings) {
      const replayed = await replayFile(recording, server, client);
      if (replayed) all.push(replayed);
      console.log(replayed ? replayedLine(replayed) : `${recording.file}: no answer of the service, left out`);
    }
  } finally {
    await server.close();
  }
  console.log(`\n${replayedSum(all)}`);
  return all.some(({ thrown }) => thrown !== undefined) ? 1 : 0;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
