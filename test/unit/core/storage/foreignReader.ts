/*
 * A reader as another would write it, with nothing at hand but docs/storage.md: it imports nothing of ours, and is
 * to stay like this.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

type Json = Readonly<Record<string, unknown>>;

interface ForeignTurn {
  readonly id: string;
  parentId?: string;
  prompt: string;
  attachments: readonly Json[];
  status: string;
  steps: readonly Json[];
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
  const ended = new Set<string>();
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
      chat.turns.set(turnId, {
        id: turnId,
        ...parentId,
        prompt: String(d.prompt),
        attachments: attachmentsOf(v1, id, d),
        status: 'interrupted',
        steps: [],
      });
    }
    if (line.k === 'turn' || line.k === 'leaf') leaf = turnId;
    if (line.k === 'accepted') pieces.set(turnId, [...(pieces.get(turnId) ?? []), { accepted: d.interactionId }]);
    if (line.k === 'delta') pieces.set(turnId, [...(pieces.get(turnId) ?? []), ...objects(d.events)]);
    if (line.k === 'end' && turn) {
      ended.add(turnId);
      turn.status = String(d.status);
      turn.steps = objects(d.steps);
    }
  }
  for (const turn of chat.turns.values()) {
    if (!ended.has(turn.id)) turn.steps = growing(pieces.get(turn.id) ?? []);
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
  const content = line.d ? object(line.d) : blobOf(v1, id, line.b);
  return line.k === 'end' || line.k === 'delta' ? object(filled(v1, id, content)) : content;
}

/** Part of an answer, with the bytes of its media. */
function filled(v1: string, id: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(v1, id, item));
  if (typeof value !== 'object' || value === null) return value;
  const { blob, ...rest } = object(value);
  const isMedium = ['image', 'audio', 'video', 'document'].includes(String(rest.type));
  if (isMedium && typeof blob === 'string') return { ...rest, ...blobOf(v1, id, blob) };
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, filled(v1, id, field)]));
}

function blobOf(v1: string, id: string, name: unknown): Json {
  const blob = join(v1, 'blobs', id, String(name));
  if (!existsSync(blob)) return {};
  const bytes = readFileSync(blob);
  return createHash('sha256').update(bytes).digest('hex') === name ? JSON.parse(bytes.toString('utf8')) : {};
}

function attachmentsOf(v1: string, id: string, question: Json): readonly Json[] {
  return objects(question.attachments).map(({ blob, ...attachment }) =>
    blob === undefined ? attachment : { ...attachment, ...blobOf(v1, id, blob) },
  );
}

/** The words of an answer. */
export function foreignText({ steps }: ForeignTurn): string {
  const outputs = steps.filter(({ type }) => type === 'model_output');
  return outputs.flatMap(({ content }) => objects(content).map((item) => (isText(item) ? item.text : ''))).join('');
}

function isText(item: Json | undefined): item is Json & { text: string } {
  return (item?.type === 'text' || item?.type === undefined) && typeof item?.text === 'string';
}

/** The steps of an answer without an end. */
function growing(events: readonly Json[]): readonly Json[] {
  let interaction: unknown;
  let steps = new Map<unknown, GrowingStep>();
  let all: GrowingStep[] = [];
  let seen = new Set<string>();
  for (const event of events) {
    if (event.accepted !== undefined) {
      steps = new Map();
      if (event.accepted === interaction) {
        all = [];
        seen = new Set();
      }
      interaction = event.accepted;
      continue;
    }
    const key = `${interaction} ${event.e}`;
    if (event.e !== undefined && seen.has(key)) continue;
    seen.add(key);
    let step = steps.get(event.i);
    if (event.start || (event.delta && !step)) {
      step = new GrowingStep(event.start ? object(event.start) : { type: typeFor(object(event.delta)) });
      steps.set(event.i, step);
      all.push(step);
    }
    if (event.delta) step?.add(object(event.delta));
  }
  return all.map((step) => step.whole);
}

function typeFor({ type }: Json): string {
  if (typeof type !== 'string') return 'model_output';
  if (type.startsWith('thought_')) return 'thought';
  if (type === 'arguments_delta') return 'function_call';
  return /_(call|result)$/.test(type) ? type : 'model_output';
}

class GrowingStep {
  private readonly list: Json[];
  private readonly listName: string;
  private argumentsText = '';

  constructor(private step: Json) {
    this.listName = step.type === 'thought' ? 'summary' : 'content';
    this.list = [...objects(step[this.listName])];
  }

  get whole(): Json {
    const list = this.list.length > 0 ? { [this.listName]: this.list } : {};
    return { ...this.step, ...list, ...this.givenArguments };
  }

  add(delta: Json): void {
    if (isText(delta)) this.addText(delta.text);
    else if (delta.type === 'text_annotation_delta') for (const one of objects(delta.annotations)) this.annotate(one);
    else if (delta.type === 'thought_summary') this.list.push(object(delta.content));
    else if (delta.type === 'thought_signature') this.step = { ...this.step, signature: delta.signature };
    else if (delta.type === 'arguments_delta') this.addArguments(delta.arguments);
    else if (delta.type === this.step.type) this.addFields(delta);
    else this.list.push(delta);
  }

  private addText(text: string): void {
    const last = this.list.at(-1);
    if (isText(last)) this.list[this.list.length - 1] = { ...last, text: last.text + text };
    else this.list.push({ type: 'text', text });
  }

  private annotate(annotation: Json): void {
    const end = Number(annotation.end_index);
    let before = 0;
    let at = -1;
    for (const [index, item] of this.list.entries()) {
      if (!isText(item)) continue;
      if (at >= 0 && end <= before + bytesOf(this.list[at])) break;
      before += at < 0 ? 0 : bytesOf(this.list[at]);
      at = index;
    }
    if (at < 0) at = this.list.push({ type: 'text', text: '' }) - 1;
    const item = this.list[at] ?? {};
    const own = {
      ...annotation,
      start_index: Math.max(0, Number(annotation.start_index) - before),
      end_index: end - before,
    };
    this.list[at] = { ...item, annotations: [...objects(item.annotations), own] };
  }

  private addArguments(given: unknown): void {
    if (typeof given === 'string') this.argumentsText += given;
    else this.step = { ...this.step, arguments: { ...object(this.step.arguments), ...object(given) } };
  }

  private addFields(delta: Json): void {
    const { [this.listName]: items, ...fields } = delta;
    this.list.push(...objects(items));
    const signature = fields.signature === '' ? { signature: this.step.signature } : {};
    const result = Array.isArray(fields.result) ? { result: [...objects(this.step.result), ...fields.result] } : {};
    this.step = { ...this.step, ...fields, ...signature, ...result };
  }

  private get givenArguments(): Json {
    if (this.argumentsText === '') return {};
    try {
      return { arguments: { ...object(this.step.arguments), ...JSON.parse(this.argumentsText) } };
    } catch {
      return { arguments: this.argumentsText };
    }
  }
}

function bytesOf(item: Json | undefined): number {
  return Buffer.byteLength(isText(item) ? item.text : '');
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
