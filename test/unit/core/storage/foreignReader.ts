/*
 * A reader as somebody else would write it, with nothing at hand but docs/storage.md: it imports nothing of ours, and is
 * to stay like this.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

type Json = Readonly<Record<string, unknown>>;

export interface ForeignTurn {
  readonly id: string;
  parentId?: string;
  prompt: string;
  status: string;
  text: string;
}

export interface ForeignChat {
  title: string | undefined;
  readonly turns: Map<string, ForeignTurn>;
  /** Prompts of the branch shown, from the first to the last. */
  shown: readonly string[];
}

/** Reads the chat `id` below a `v1` folder, from a file that lies in one of its years. */
export function readForeign(v1: string, file: string, id: string): ForeignChat {
  const chat: ForeignChat = { title: undefined, turns: new Map(), shown: [] };
  const pieces = new Map<string, Json[]>();
  const seen = new Set<string>();
  let leaf: string | undefined;
  for (const line of linesOf(readFileSync(file))) {
    const key = `${line.w} ${line.n}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const d = contentOf(v1, id, line);
    const turnId = String(line.turn);
    const turn = chat.turns.get(turnId);
    if (line.k === 'title') chat.title = String(d.title);
    if (line.k === 'turn') {
      const parentId = d.parentId === undefined ? {} : { parentId: String(d.parentId) };
      chat.turns.set(turnId, { id: turnId, ...parentId, prompt: String(d.prompt), status: 'interrupted', text: '' });
    }
    if (line.k === 'turn' || line.k === 'leaf') leaf = turnId;
    if (line.k === 'accepted') pieces.set(turnId, [...(pieces.get(turnId) ?? []), { accepted: d.interactionId }]);
    if (line.k === 'delta') pieces.set(turnId, [...(pieces.get(turnId) ?? []), ...objects(d.events)]);
    if (line.k === 'end' && turn) {
      turn.status = String(d.status);
      turn.text = objects(d.steps).map(stepText).join('');
    }
  }
  for (const turn of chat.turns.values()) {
    if (turn.status === 'interrupted' && turn.text === '') turn.text = growing(pieces.get(turn.id) ?? []);
  }
  chat.shown = branch(chat, leaf);
  return chat;
}

function linesOf(bytes: Buffer): readonly Json[] {
  const lines: Json[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const text = bytes
      .toString('utf8', start, end)
      .replace(/\r$/, '')
      .replace(/^\uFEFF/, '');
    const [, body, sum] = /^(\{"v":1,.*),"c":"([0-9a-f]{8})"\}$/s.exec(text) ?? [];
    if (body !== undefined && crc32(body) === Number.parseInt(sum ?? '', 16)) lines.push(JSON.parse(text));
    start = end + 1;
  }
  return lines;
}

function contentOf(v1: string, id: string, line: Json): Json {
  if (line.d) return object(line.d);
  const blob = join(v1, 'blobs', id, String(line.b));
  if (!existsSync(blob)) return {};
  const bytes = readFileSync(blob);
  return createHash('sha256').update(bytes).digest('hex') === line.b ? JSON.parse(bytes.toString('utf8')) : {};
}

function stepText(step: Json): string {
  return step.type === 'model_output' ? objects(step.content).map(itemText).join('') : '';
}

function itemText(item: Json): string {
  return (item.type === 'text' || item.type === undefined) && typeof item.text === 'string' ? item.text : '';
}

/** The text of an answer without an end. */
function growing(events: readonly Json[]): string {
  let interaction: unknown;
  let steps = new Map<unknown, { isOutput: boolean; text: string }>();
  const all: { isOutput: boolean; text: string }[] = [];
  const seen = new Set<string>();
  for (const event of events) {
    if (event.accepted !== undefined) {
      if (event.accepted !== interaction) steps = new Map();
      interaction = event.accepted;
      continue;
    }
    const key = `${interaction} ${event.e}`;
    if (event.e !== undefined && seen.has(key)) continue;
    seen.add(key);
    const start = event.start === undefined ? undefined : object(event.start);
    let step = steps.get(event.i);
    if (start || !step) {
      step = { isOutput: !start || start.type === 'model_output', text: start ? stepText(start) : '' };
      steps.set(event.i, step);
      all.push(step);
    }
    if (event.delta) step.text += itemText(object(event.delta));
  }
  return all.map(({ isOutput, text }) => (isOutput ? text : '')).join('');
}

function branch({ turns }: ForeignChat, leaf: string | undefined): readonly string[] {
  const prompts: string[] = [];
  for (let turn = turns.get(leaf ?? ''); turn; turn = turns.get(turn.parentId ?? '')) prompts.unshift(turn.prompt);
  return prompts;
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
