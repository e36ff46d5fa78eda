import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { JsonObject } from '../../../../src/core/base/json';
import type { ChatRecord, SavedEvent } from '../../../../src/core/conversation/records';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { joinBytes } from '../../../../src/core/storage/files/bytes';
import { blobsOf } from '../../../../src/core/storage/log/blobs';
import { ChatLog, type ChatLogParts } from '../../../../src/core/storage/log/chatLog';
import { type ReadChat, readChat } from '../../../../src/core/storage/log/readChat';
import { encodeRecord } from '../../../../src/core/storage/log/recordLine';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from './memoryFiles';

export const folder = 'v1/chats/2026';
export const path = `${folder}/chat.jsonl`;
export const lock = 'v1/leases/chat.lock';

/** A chat's journals in as many windows as a test opens, on a disk in memory, with a clock that the test moves. */
export class LogUnderTest {
  readonly clock = new ManualClock();
  readonly files = new MemoryFiles();
  readonly errors: unknown[] = [];
  private writers = 0;

  /** Opens the chat in a window. Each window is a process of its own. */
  open(window: string, parts: Partial<ChatLogParts> = {}): ChatLog {
    this.writers += 1;
    const writer = `writer-${this.writers}`;
    return new ChatLog({
      files: this.files.otherProcess(this.writers),
      clock: this.clock,
      chatId: 'chat',
      locate: () => Promise.resolve({ folder, isNew: this.files.bytesOf(path) === undefined }),
      workspace: { name: 'kiosk', uri: 'file:///kiosk' },
      windowId: window,
      newId: () => writer,
      onError: (error) => this.errors.push(error),
      ...parts,
    });
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20; round += 1) await setImmediate();
  }

  async pass(ms: number): Promise<void> {
    await this.settle();
    this.clock.advance(ms);
    await this.settle();
  }

  /** What a reader finds now. */
  async read(): Promise<ReadChat> {
    return readChat('chat', this.files.bytesOf(path) ?? new Uint8Array(), blobsOf(this.files, 'chat'));
  }

  /** The lines of the file, as text. */
  lines(): readonly string[] {
    const text = new TextDecoder().decode(this.files.bytesOf(path));
    return text === '' ? [] : text.replace(/\n$/, '').split('\n');
  }

  /** What the lines hold, as `kind` or `kind turn`. */
  kinds(): readonly string[] {
    return this.lines().flatMap((line) => {
      const [, kind, turn] = /"k":"(\w+)"(?:,"turn":"([^"]*)")?/.exec(line) ?? [];
      return kind === undefined ? [] : [turn === undefined ? kind : `${kind} ${turn}`];
    });
  }
}

export const turnRecord = (turnId: string, parentId?: string, attachments: readonly Attachment[] = []): ChatRecord => ({
  kind: 'turn',
  turnId,
  turn: {
    id: turnId,
    parentId,
    createdAt: 5,
    prompt: `Question ${turnId}`,
    attachments,
    model: 'gemini-3.8-flash',
  },
});

export const endRecord = (turnId: string, text: string, ...media: readonly JsonObject[]): ChatRecord => ({
  kind: 'end',
  turnId,
  end: {
    status: 'done',
    interactionId: `v1_${turnId}`,
    steps: [{ type: 'model_output', content: [{ type: 'text', text }, ...media] }],
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  },
});

export const textEvent = (text: string, e?: string): SavedEvent => ({
  i: 0,
  delta: { type: 'text', text },
  ...(e !== undefined && { e }),
});

export const deltaRecord = (turnId: string, ...events: readonly SavedEvent[]): ChatRecord => ({
  kind: 'delta',
  turnId,
  events,
});

/** A file as one writer leaves it. */
export function fileOf(records: readonly ChatRecord[], writer = 'earlier'): Uint8Array {
  return joinBytes(records.map((record, index) => encodeRecord({ writer, number: index + 1, at: index }, record)));
}

/** A line whose sum is right, whatever its body is. The sum is Node's own. */
export function soundLine(body: string): Uint8Array {
  const sum = crc32(body).toString(16).padStart(8, '0');
  return new TextEncoder().encode(`${body},"c":"${sum}"}\n`);
}
