import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Clock, systemClock } from '../../../../src/core/base/clock';
import { ChatLog } from '../../../../src/core/storage/log/chatLog';
import { gatherMs } from '../../../../src/core/storage/log/pendingRecords';
import { NodeFiles } from '../../../../src/host/platform/nodeFiles';
import { deltaRecord, endRecord, folder, textEvent, turnRecord } from './logUnderTest';

/** Pieces of an answer are written at once. */
const clock: Clock = {
  ...systemClock,
  wait: (ms, signal) => (ms === gatherMs ? setImmediate() : systemClock.wait(ms, signal)),
};
const mebibyte = 1024 * 1024;

describe('the journal of a long chat', function () {
  this.timeout(60_000);

  it('needs no more memory after a thousand turns than after ten', async function () {
    const { gc } = globalThis;
    if (!gc) this.skip();
    const root = mkdtempSync(join(tmpdir(), 'gemini-heap-'));
    const log = new ChatLog({
      files: new NodeFiles(root),
      clock,
      chatId: 'chat',
      locate: () => Promise.resolve({ folder, isNew: true }),
      workspace: undefined,
      windowId: 'a',
      newId: () => crypto.randomUUID(),
      onError: (error) => assert.fail(String(error)),
    });
    const heapAfter = async (from: number, to: number) => {
      for (let turn = from; turn < to; turn += 1) {
        await log.append(turnRecord(`t${turn}`), false);
        for (let piece = 0; piece < 5; piece += 1) await log.append(deltaRecord(`t${turn}`, textEvent('word ')), false);
        await log.append(endRecord(`t${turn}`, 'word '.repeat(400)), false);
      }
      await gc({ execution: 'async', type: 'major' });
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    try {
      const few = await heapAfter(0, 10);
      const many = await heapAfter(10, 1_000);
      assert.ok(many - few < 3 * mebibyte, `${((many - few) / mebibyte).toFixed(1)} MiB more`);
    } finally {
      await log.release();
      rmSync(root, { recursive: true, force: true });
    }
  });
});
