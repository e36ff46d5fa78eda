import type { ChatRecord, SavedEvent } from '../../src/core/conversation/records';
import { joinBytes } from '../../src/core/storage/files/bytes';
import { chatPath, yearFolder } from '../../src/core/storage/files/chatPaths';
import type { StorageFiles } from '../../src/core/storage/files/files';
import { encodeRecord } from '../../src/core/storage/log/recordLine';
import { sampleText } from './sampleText';

export interface SampleOptions {
  /** The same seed makes the same chats. */
  readonly seed?: number;
  /** Fewest and most turns of a chat. */
  readonly turns?: readonly [number, number];
  /** Length of an answer, about. Characters. */
  readonly answerLength?: number;
  /** Whether the pieces in which the answers came are still there, as in a chat that was never compacted. */
  readonly withDeltas?: boolean;
}

export interface SampleChat {
  readonly chatId: string;
  readonly path: string;
  readonly records: readonly ChatRecord[];
  readonly bytes: Uint8Array;
}

const day = 24 * 60 * 60 * 1000;
const firstDay = Date.UTC(2026, 0, 5);
const eventsPerRecord = 3;

/** Writes chats as they would lie there after some months. Returns them in the order in which they were begun. */
export async function writeSampleChats(
  files: StorageFiles,
  count: number,
  options: SampleOptions = {},
): Promise<readonly SampleChat[]> {
  const chats = Array.from({ length: count }, (_, index) => sampleChat(index, options));
  for (const { path, bytes } of chats) await files.append(path, bytes, { create: true, durable: false });
  return chats;
}

export function sampleChat(index: number, options: SampleOptions = {}): SampleChat {
  const { seed = 1, turns: [fewest, most] = [2, 6] } = options;
  // Small enough for each index to make a number of its own.
  const random = randomFrom((seed % 1_000_000_000) * 1_000_003 + index);
  const uuid = () => sampleUuid(random);
  const chatId = uuid();
  const begun = firstDay + Math.floor((index % 300) * day + random() * day);
  const turnCount = fewest + Math.floor(random() * (most - fewest + 1));
  const workspace = { name: `project-${index % 7}`, uri: `file:///home/ada/project-${index % 7}` };
  const records: ChatRecord[] = [{ kind: 'chat', createdAt: begun, workspace }];
  let parentId: string | undefined;
  for (let turn = 0; turn < turnCount; turn += 1) {
    const turnId = uuid();
    records.push(...turnRecords({ turnId, parentId, createdAt: begun + turn * 60_000, random, options, uuid }));
    if (turn === 0 && index % 3 === 0) records.push({ kind: 'title', title: sampleText(random, 30), by: 'model' });
    parentId = turnId;
  }
  const writer = uuid();
  const bytes = joinBytes(
    records.map((record, number) => encodeRecord({ writer, number: number + 1, at: begun + number * 250 }, record)),
  );
  return { chatId, path: chatPath(yearFolder(begun), chatId), records, bytes };
}

interface SampleTurn {
  readonly turnId: string;
  readonly parentId: string | undefined;
  readonly createdAt: number;
  readonly random: () => number;
  readonly options: SampleOptions;
  readonly uuid: () => string;
}

function turnRecords({ turnId, parentId, createdAt, random, options, uuid }: SampleTurn): readonly ChatRecord[] {
  const interactionId = `v1_${uuid()}`;
  const model = 'gemini-3.8-flash';
  const prompt = sampleText(random, 80);
  const answer = sampleText(random, (options.answerLength ?? 2000) * (0.5 + random()));
  const thought = { type: 'thought', signature: uuid().repeat(4) };
  const steps = [thought, { type: 'model_output', content: [{ type: 'text', text: answer }] }];
  const usage = { input: 40, output: 500, thought: 90, toolUse: 0, cached: 0, total: 630, grounding: {} };
  return [
    { kind: 'turn', turnId, turn: { id: turnId, parentId, createdAt, prompt, attachments: [], model } },
    { kind: 'accepted', turnId, interactionId, background: true },
    ...(options.withDeltas ? deltaRecords(turnId, answer) : []),
    {
      kind: 'end',
      turnId,
      end: { status: 'done', interactionId, steps, usage, failure: undefined, endedAs: undefined },
    },
  ];
}

function deltaRecords(turnId: string, answer: string): readonly ChatRecord[] {
  const pieces = answer.match(/[\s\S]{1,50}/gu) ?? [];
  const events: SavedEvent[] = [
    { i: 0, start: { type: 'model_output' }, e: 'evt_0' },
    ...pieces.map((text, index) => ({ i: 0, delta: { type: 'text', text }, e: `evt_${index + 1}` })),
    { i: 0, stop: true },
  ];
  const groups = Array.from({ length: Math.ceil(events.length / eventsPerRecord) }, (_, group) =>
    events.slice(group * eventsPerRecord, (group + 1) * eventsPerRecord),
  );
  return groups.map((group) => ({ kind: 'delta', turnId, events: group }));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampleUuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
