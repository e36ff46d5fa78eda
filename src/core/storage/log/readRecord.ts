import { type AnswerChoices, isServerTool, isThinkingChoice } from '../../../parts/answerChoices';
import { isJsonObject, type JsonObject, numberField, objectField, objectsField, textField } from '../../base/json';
import type { ChatSchema } from '../../conversation/chatSchema';
import type { ChatRecord, SavedEvent, TurnEnd, TurnStart, WorkspaceTag } from '../../conversation/records';
import { readImageFormat } from '../../interactions/imageFormat';
import { readAttachment } from './readAttachment';
import { readFailure, readSavedTimes, readSavedUsage } from './readOutcome';

const kinds: readonly ChatRecord['kind'][] = [
  'chat',
  'title',
  'private',
  'model',
  'choices',
  'instruction',
  'schema',
  'turn',
  'accepted',
  'delta',
  'end',
  'leaf',
  'forgotten',
  'lease',
];
const endStatuses: readonly TurnEnd['status'][] = ['done', 'stopped', 'failed', 'interrupted'];

export function isKnownKind(kind: string): kind is ChatRecord['kind'] {
  return kinds.some((known) => known === kind);
}

/** Reads the content of a line. Undefined: it is not what this kind holds. What may be missing is empty. */
export function readRecord(
  kind: ChatRecord['kind'],
  turnId: string | undefined,
  content: JsonObject,
): ChatRecord | undefined {
  switch (kind) {
    case 'chat':
      return { kind, createdAt: numberField(content, 'createdAt') ?? 0, workspace: readWorkspace(content) };
    case 'title': {
      const title = textField(content, 'title');
      return title === undefined ? undefined : { kind, title, by: content.by === 'model' ? 'model' : 'user' };
    }
    case 'private':
      return { kind, isPrivate: content.isPrivate === true };
    case 'model': {
      const model = textField(content, 'model');
      return model ? { kind, model } : undefined;
    }
    case 'choices':
      return { kind, ...readChoices(content) };
    case 'instruction':
      return { kind, text: textField(content, 'text') ?? '' };
    case 'schema':
      return { kind, schema: readSchema(objectField(content, 'schema')) };
    case 'forgotten':
      return { kind, interactionIds: textsOf(content.interactionIds) };
    case 'lease':
      return { kind, window: textField(content, 'window') ?? '' };
    default:
      return turnId === undefined ? undefined : readTurnRecord(kind, turnId, content);
  }
}

/** A tool or a level of a later version is left out. */
function readChoices({ tools, thinking, servers }: JsonObject): AnswerChoices {
  return {
    tools: textsOf(tools).filter(isServerTool),
    thinking: isThinkingChoice(thinking) ? thinking : 'model',
    servers: textsOf(servers),
  };
}

/** Undefined: there is none, or it lacks something. */
function readSchema(content: JsonObject | undefined): ChatSchema | undefined {
  const name = content && textField(content, 'name');
  const sent = content && objectField(content, 'sent');
  const whole = content && objectField(content, 'whole');
  return name !== undefined && sent && whole ? { name, sent, whole } : undefined;
}

type TurnKind = Extract<ChatRecord, { readonly turnId: string }>['kind'];

function readTurnRecord(kind: TurnKind, turnId: string, content: JsonObject): ChatRecord | undefined {
  switch (kind) {
    case 'turn': {
      const turn = readTurnStart(turnId, content);
      return turn && { kind, turnId, turn };
    }
    case 'accepted': {
      const interactionId = textField(content, 'interactionId');
      if (interactionId === undefined) return undefined;
      const usage = readSavedUsage(content);
      return { kind, turnId, interactionId, background: content.background === true, ...(usage && { usage }) };
    }
    case 'delta':
      return { kind, turnId, events: objectsField(content, 'events').flatMap((event) => readSavedEvent(event) ?? []) };
    case 'end': {
      const end = readTurnEnd(content);
      return end && { kind, turnId, end };
    }
    case 'leaf':
      return { kind, turnId };
  }
}

function readTurnStart(id: string, content: JsonObject): TurnStart | undefined {
  const prompt = textField(content, 'prompt');
  const agent = textField(content, 'agent');
  const replaces = textField(content, 'replaces');
  const rulesFiles = textsOf(content.rulesFiles);
  const image = readImageFormat(content.image);
  const schema = textField(content, 'schema');
  if (prompt === undefined) return undefined;
  return {
    id,
    parentId: textField(content, 'parentId'),
    createdAt: numberField(content, 'createdAt') ?? 0,
    prompt,
    attachments: objectsField(content, 'attachments').flatMap((attachment) => readAttachment(attachment) ?? []),
    model: textField(content, 'model') ?? '',
    ...(agent !== undefined && { agent }),
    ...(replaces !== undefined && { replaces }),
    removedCharacters: numberField(content, 'removedCharacters'),
    ...(rulesFiles.length > 0 && { rulesFiles }),
    ...(schema !== undefined && { schema }),
    ...(image && { image }),
  };
}

function readTurnEnd(content: JsonObject): TurnEnd | undefined {
  const status = endStatuses.find((known) => known === content.status);
  if (status === undefined) return undefined;
  const answeredBy = textField(content, 'answeredBy');
  const environmentId = textField(content, 'environmentId');
  const times = readSavedTimes(content);
  return {
    status,
    interactionId: textField(content, 'interactionId'),
    steps: objectsField(content, 'steps'),
    usage: readSavedUsage(content),
    ...(answeredBy !== undefined && { answeredBy }),
    ...(environmentId !== undefined && { environmentId }),
    ...(content.isCostly === true && { isCostly: true }),
    ...(times && { times }),
    failure: readFailure(objectField(content, 'failure')),
    endedAs: textField(content, 'endedAs'),
    ...(content.isRebuilt === true && { isRebuilt: true }),
  };
}

function readSavedEvent(event: JsonObject): SavedEvent | undefined {
  const id = textField(event, 'id');
  if (id !== undefined) return { id };
  const i = numberField(event, 'i');
  const eventId = textField(event, 'e');
  const e = eventId === undefined ? {} : { e: eventId };
  if (i === undefined) return undefined;
  if (isJsonObject(event.start)) return { i, start: event.start, ...e };
  if (isJsonObject(event.delta)) return { i, delta: event.delta, ...e };
  return event.stop === true ? { i, stop: true, ...e } : undefined;
}

function readWorkspace(content: JsonObject): WorkspaceTag | undefined {
  const workspace = objectField(content, 'workspace');
  return workspace && { name: textField(workspace, 'name') ?? '', uri: textField(workspace, 'uri') ?? '' };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
