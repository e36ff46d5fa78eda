import type { PartGain } from '../../src/parts/answerChange';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { Citation } from '../../src/parts/citation';
import {
  type AttachmentView,
  type BannerView,
  type BranchView,
  bannerActions,
  type DiagramDrawing,
  diagramKinds,
  type FailureView,
  failureActions,
  type PanelState,
  type ToPanel,
  type TurnStatus,
  type TurnView,
  tokenKinds,
  type WaitView,
} from '../../src/protocol';

type Check = (value: unknown) => boolean;
/** One check for each field, so that a new field of the contract does not compile until it is checked here. */
type Shape<T> = { readonly [K in keyof T]-?: Check };

const statuses: Readonly<Record<TurnStatus, true>> = {
  waiting: true,
  streaming: true,
  done: true,
  stopped: true,
  failed: true,
  interrupted: true,
};
const keys: Readonly<Record<PanelState['key'], true>> = {
  unknown: true,
  missing: true,
  unreadable: true,
  present: true,
};
const mediaKinds: Readonly<Record<Extract<AnswerPart, { kind: 'media' }>['media'], true>> = {
  image: true,
  audio: true,
  video: true,
  document: true,
};

const text: Check = (value) => typeof value === 'string';
const index: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => Number.isFinite(value);
const status = nameIn(statuses);

const attachment = record<AttachmentView>({ id: text, label: text });
const wait = record<WaitView>({ message: text, seconds: number });
const action = record<NonNullable<FailureView['action']>>({
  id: (value) => failureActions.some((known) => known === value),
  label: text,
});
const failure = record<FailureView>({ message: text, action: optional(action) });

const range = { start: number, end: number };
const citation = variant<Citation, 'type'>('type', {
  url: { url: text, title: text, ...range },
  file: { name: text, uri: text, ...range },
  place: { name: text, url: text, placeId: text, ...range },
});
const part = variant<AnswerPart, 'kind'>('kind', {
  text: { text, citations: optional(listOf(citation)) },
  thought: { text },
  toolCall: {
    step: text,
    id: text,
    name: text,
    arguments: isRecord,
    argumentsText: optional(text),
    other: optional(isRecord),
  },
  toolResult: { step: text, callId: text, name: text, result: isValue, isError: flag, other: optional(isRecord) },
  media: { media: nameIn(mediaKinds), mimeType: text, data: optional(text), uri: optional(text) },
  unknown: { text },
});
const gain = variant<PartGain, 'kind'>('kind', {
  text: { citations: listOf(citation) },
  toolResult: { result: listOf(isValue) },
});

const turn = record<TurnView>({
  id: text,
  prompt: text,
  attachments: listOf(attachment),
  branch: optional(record<BranchView>({ index, count: index })),
  hasMore: optional(flag),
  parts: listOf(part),
  status,
  failure: optional(failure),
  note: optional(text),
  wait: optional(wait),
});
const bannerAction = record<NonNullable<BannerView['action']>>({
  id: (value) => bannerActions.some((known) => known === value),
  label: text,
});
const state = record<PanelState>({
  key: nameIn(keys),
  notice: optional(text),
  model: text,
  title: text,
  isPrivate: flag,
  readOnly: flag,
  retention: optional(text),
  banner: optional(record<BannerView>({ message: text, action: optional(bannerAction) })),
  canOpenDiagrams: optional(flag),
  tokenColors: optional(
    (value) => isRecord(value) && tokenKinds.every((kind) => value[kind] === undefined || isColor(value[kind])),
  ),
});

const fact = variant<ToPanel, 'type'>('type', {
  snapshot: { revision: index, chatId: text, turns: listOf(turn), earlier: optional(index), state },
  earlierTurns: { revision: index, before: text, turns: listOf(turn) },
  stateChanged: { revision: index, state },
  turnAdded: { revision: index, turn },
  partAdded: { revision: index, turnId: text, part, at: optional(index) },
  partGrew: { revision: index, turnId: text, part: index, text },
  partGained: { revision: index, turnId: text, part: index, gain },
  partReplaced: { revision: index, turnId: text, part: index, value: part },
  turnChanged: {
    revision: index,
    turnId: text,
    status,
    failure: optional(failure),
    note: optional(text),
    wait: optional(wait),
  },
  composerFocused: {},
  promptReturned: { prompt: text },
  findOpened: {},
  pinged: {},
  pathsFound: { turnId: text, paths: listOf(text) },
  diagramDrawn: {
    source: text,
    drawing: optional(
      record<DiagramDrawing>({
        kind: (value) => diagramKinds.some((known) => known === value),
        width: index,
        height: index,
        body: text,
      }),
    ),
  },
});

/** Reads a message from the host. Anything else that a window may be sent is undefined. */
export function readFact(value: unknown): ToPanel | undefined {
  return isFact(value) ? value : undefined;
}

function isFact(value: unknown): value is ToPanel {
  return fact(value);
}

function record<T>(shape: Shape<T>): Check {
  const checks = Object.entries<Check>(shape);
  return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}

/** A union told apart by the field `tag`. */
function variant<U extends Readonly<Record<Tag, string>>, Tag extends string>(
  tag: Tag,
  shapes: { readonly [Name in U[Tag]]: Shape<Omit<Extract<U, { readonly [T in Tag]: Name }>, Tag>> },
): Check {
  const checks = new Map(Object.entries<Shape<object>>(shapes).map(([name, shape]) => [name, record(shape)]));
  return (value) => {
    if (!isRecord(value)) return false;
    const name = value[tag];
    return typeof name === 'string' && checks.get(name)?.(value) === true;
  };
}

function nameIn(names: Readonly<Record<string, true>>): Check {
  return (value) => typeof value === 'string' && Object.hasOwn(names, value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isColor(value: unknown): boolean {
  return typeof value === 'string' && /^#(?:[\da-f]{6}|[\da-f]{8})$/.test(value);
}

/** Anything that JSON may hold. It is shown as text. */
function isValue(value: unknown): boolean {
  return value !== undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
