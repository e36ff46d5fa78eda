import type { AnswerChoices } from '../../../parts/answerChoices';
import type { JsonObject } from '../../base/json';
import { answerForm } from '../../conversation/answerForm';
import type { ChatSchema } from '../../conversation/chatSchema';
import type { ChatRecord, SavedEvent, TurnEnd, TurnStart } from '../../conversation/records';
import { answerFrom, partsOf } from '../../conversation/savedAnswer';
import type { ChatCondition, SavedChat, UnfinishedAnswer } from '../../conversation/savedChat';
import type { Turn } from '../../conversation/turn';
import { inTreeOrder } from './treeOrder';

/** What is known of a turn. */
interface TurnDraft {
  readonly id: string;
  readonly seenAt: number;
  start?: TurnStart;
  end?: TurnEnd;
  interactionId?: string;
  background: boolean;
  events: SavedEvent[];
}

/** Puts a chat together from its records, in the order they were written. */
export class ChatBuilder {
  private title: string | undefined;
  private titledBy: 'user' | 'model' | undefined;
  private head: Extract<ChatRecord, { kind: 'chat' }> | undefined;
  private isPrivate = false;
  private model: string | undefined;
  private choices: AnswerChoices | undefined;
  private instruction = '';
  private schema: ChatSchema | undefined;
  private leafId: string | undefined;
  private readonly drafts = new Map<string, TurnDraft>();
  private readonly forgotten = new Set<string>();
  private readonly interactionIds = new Set<string>();

  constructor(private readonly chatId: string) {}

  /** `at`: when it was written. Milliseconds since 1970. */
  add(record: ChatRecord, at: number): void {
    switch (record.kind) {
      case 'chat':
        this.head ??= record;
        break;
      case 'title':
        this.title = record.title;
        this.titledBy = record.by;
        break;
      case 'private':
        this.isPrivate = record.isPrivate;
        break;
      case 'model':
        this.model = record.model;
        break;
      case 'choices':
        this.choices = { tools: record.tools, thinking: record.thinking, servers: record.servers };
        break;
      case 'instruction':
        this.instruction = record.text;
        break;
      case 'schema':
        this.schema = record.schema;
        break;
      case 'forgotten':
        for (const id of record.interactionIds) this.forgotten.add(id);
        break;
      case 'lease':
        break;
      case 'leaf':
        this.leafId = record.turnId;
        break;
      default:
        this.addToTurn(record, this.draft(record.turnId, at));
    }
  }

  /** An interaction that was accepted. How it ended may stand in other records. */
  note({ interactionId }: JsonObject): void {
    if (typeof interactionId === 'string' && interactionId !== '') this.interactionIds.add(interactionId);
  }

  /** Whether a turn has its end: what arrived before it is in there. */
  hasEnd(turnId: string): boolean {
    return this.drafts.get(turnId)?.end !== undefined;
  }

  build(condition: ChatCondition): SavedChat {
    const drafts = [...this.drafts.values()].filter(({ start, end, events }) => start || end || events.length > 0);
    const turns = inTreeOrder(drafts.map(toTurn));
    return {
      id: this.chatId,
      title: this.title,
      titledBy: this.titledBy,
      createdAt: this.head?.createdAt ?? drafts[0]?.seenAt ?? 0,
      workspace: this.head?.workspace,
      isPrivate: this.isPrivate,
      model: this.model,
      choices: this.choices,
      instruction: this.instruction,
      schema: this.schema,
      turns,
      leafId: turns.some(({ id }) => id === this.leafId) ? this.leafId : turns.at(-1)?.id,
      unfinished: drafts.filter(({ end }) => !end).map(toUnfinished),
      interactionIds: [...this.interactionIds],
      forgotten: this.forgotten,
      condition,
    };
  }

  private addToTurn(record: Extract<ChatRecord, { turnId: string }>, draft: TurnDraft): void {
    switch (record.kind) {
      case 'turn':
        draft.start = record.turn;
        this.leafId = record.turnId;
        break;
      case 'accepted':
        this.interactionIds.add(record.interactionId);
        // The same id again: the answer starts again.
        if (draft.interactionId === record.interactionId) draft.events = [];
        draft.interactionId = record.interactionId;
        draft.background = record.background;
        draft.events.push({ id: record.interactionId, ...(record.usage && { usage: record.usage }) });
        break;
      case 'delta':
        draft.events.push(...record.events);
        break;
      case 'end':
        if (record.end.interactionId) this.interactionIds.add(record.end.interactionId);
        draft.end = record.end;
        draft.events = [];
        break;
      case 'leaf':
        break;
    }
  }

  private draft(id: string, seenAt: number): TurnDraft {
    const known = this.drafts.get(id);
    if (known) return known;
    const draft: TurnDraft = { id, seenAt, background: false, events: [] };
    this.drafts.set(id, draft);
    return draft;
  }
}

/** An answer whose question was lost stays: it hangs where it stood in the file. */
function toTurn({ id, seenAt, start, end, interactionId, events }: TurnDraft): Turn {
  const question = {
    id,
    parentId: start ? start.parentId : id,
    createdAt: start?.createdAt ?? seenAt,
    prompt: start?.prompt ?? '',
    attachments: start?.attachments ?? [],
    model: start?.model ?? '',
    ...(start?.agent !== undefined && { agent: start.agent }),
    ...(start?.replaces !== undefined && { replaces: start.replaces }),
    removedCharacters: start?.removedCharacters,
    ...(start?.rulesFiles && { rulesFiles: start.rulesFiles }),
    ...(start?.schema !== undefined && { schema: start.schema }),
    ...(start?.image && { image: start.image }),
  };
  const form = answerForm(question);
  if (end) {
    return { ...question, ...end, parts: partsOf(end.steps, form) };
  }
  const { steps, parts, usage } = answerFrom(events, form);
  return {
    ...question,
    status: 'interrupted',
    interactionId,
    steps,
    parts,
    usage,
    failure: undefined,
    endedAs: undefined,
  };
}

function toUnfinished({ id, interactionId, background, events }: TurnDraft): UnfinishedAnswer {
  return { turnId: id, interactionId, background, events };
}
