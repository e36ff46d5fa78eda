/**
 * A process that writes a chat and says on its standard output what it was told is written: `turn <id>`, `delta <id>
 * <pieces>`, `end <id>`. Arguments: the folder, the chat, a name for its turns, how many turns (0: until it is killed),
 * how many pieces each answer has, and words: `lease` to write under a lease and compact the file now and then, `index`
 * to replace another file as well.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../../src/core/base/clock';
import { ChatLog } from '../../../src/core/storage/log/chatLog';
import { gatherMs } from '../../../src/core/storage/log/pendingRecords';
import { NodeFiles } from '../../../src/host/platform/nodeFiles';
import { deltaRecord, endRecord, folder, textEvent, turnRecord } from '../core/storage/logUnderTest';
import { indexPath, pieceOf, textOf } from './writtenChat';

const [root = '', chatId = '', name = '', turns = '0', pieces = '0', ...words] = process.argv.slice(2);
const files = new NodeFiles(root);

async function main(): Promise<void> {
  const hasLease = words.includes('lease');
  let log = open();
  for (let turn = 0; turns === '0' || turn < Number(turns); turn += 1) {
    if (hasLease) await log.claim(true);
    await writeTurn(log, `${name}-${turn}`);
    if (words.includes('index')) await files.write(indexPath, new TextEncoder().encode(JSON.stringify({ turn })));
    if (hasLease) {
      await log.release();
      log.dispose();
      log = open();
    }
  }
  await log.release();
}

function open(): ChatLog {
  return new ChatLog({
    files,
    clock: { ...systemClock, wait: hurried },
    chatId,
    locate: async () => ({ folder, isNew: (await files.stat(`${folder}/${chatId}.jsonl`)) === undefined }),
    workspace: undefined,
    windowId: name,
    newId: () => crypto.randomUUID(),
    onError: (error) => {
      console.error(error);
      process.exit(1);
    },
  });
}

async function writeTurn(log: ChatLog, turnId: string): Promise<void> {
  await log.append(turnRecord(turnId), true);
  say(`turn ${turnId}`);
  for (let piece = 0; piece < Number(pieces); piece += 1) {
    await log.append(deltaRecord(turnId, textEvent(pieceOf(turnId, piece))), false);
    say(`delta ${turnId} ${piece + 1}`);
  }
  await log.append(endRecord(turnId, textOf(turnId, Number(pieces))), true);
  say(`end ${turnId}`);
}

/** Written before anything else happens, so that what was said before a kill is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Pieces of an answer need not wait for more of them. */
function hurried(ms: number, signal: AbortSignal): Promise<void> {
  return systemClock.wait(ms === gatherMs ? 0 : ms, signal);
}

void main();
