import { Emitter } from '../../../src/core/base/emitter';
import { answerForm } from '../../../src/core/conversation/answerForm';
import type { ChatJournal, ChatRecords, JournalState, WindowState } from '../../../src/core/conversation/journal';
import type { ChatRecord, SavedEvent, WorkspaceTag } from '../../../src/core/conversation/records';
import { answerFrom, partsOf } from '../../../src/core/conversation/savedAnswer';
import type { SavedChat, UnfinishedAnswer } from '../../../src/core/conversation/savedChat';
import { newTurn, type Turn } from '../../../src/core/conversation/turn';

/** Chats in memory, as JSON, so that a test can start over from what was written. */
export class MemoryChatRecords implements ChatRecords, WindowState {
  readonly lines: { readonly chatId: string; readonly record: string }[] = [];
  readonly journals: MemoryJournal[] = [];
  private readonly begun = new Set<string>();
  openChatId: string | undefined;
  unfinishedChats: readonly string[] = [];

  setOpenChatId(chatId: string | undefined): void {
    this.openChatId = chatId;
  }

  setUnfinished(chatId: string, isUnfinished: boolean): void {
    const others = this.unfinishedChats.filter((id) => id !== chatId);
    this.unfinishedChats = isUnfinished ? [...others, chatId] : others;
  }

  /** What was written, in order. */
  recordsOf(chatId: string): readonly ChatRecord[] {
    return this.lines.filter((line) => line.chatId === chatId).map((line): ChatRecord => JSON.parse(line.record));
  }

  kinds(): readonly string[] {
    return this.lines.map(({ record }) => (JSON.parse(record) as ChatRecord).kind);
  }

  load(chatId: string): Promise<SavedChat | undefined> {
    const records = this.recordsOf(chatId);
    return Promise.resolve(records.length > 0 ? toSavedChat(chatId, records) : undefined);
  }

  journal(chatId: string, workspace: WorkspaceTag | undefined): ChatJournal {
    const journal = new MemoryJournal((record) => {
      if (!this.begun.has(chatId)) this.write(chatId, { kind: 'chat', createdAt: 0, workspace });
      this.write(chatId, record);
    });
    this.journals.push(journal);
    return journal;
  }

  private write(chatId: string, record: ChatRecord): void {
    this.begun.add(chatId);
    this.lines.push({ chatId, record: JSON.stringify(record) });
  }
}

export class MemoryJournal implements ChatJournal {
  private readonly changed = new Emitter<JournalState>();
  readonly onDidChangeState = this.changed.event;
  private readonly elsewhere = new Emitter<void>();
  readonly onDidChangeElsewhere = this.elsewhere.event;
  state: JournalState = 'saving';
  /** Another window that is there has the chat. */
  isWrittenElsewhere = false;

  constructor(private readonly write: (record: ChatRecord) => void) {}

  set(state: JournalState): void {
    this.state = state;
    this.changed.fire(state);
  }

  /** Another window has written. */
  changeElsewhere(): void {
    this.elsewhere.fire();
  }

  claim(takeOver = false): Promise<boolean> {
    if (takeOver && this.state === 'heldElsewhere') this.set('saving');
    return Promise.resolve(this.state === 'saving' || this.state === 'failing');
  }

  isHeldElsewhere(): Promise<boolean> {
    return Promise.resolve(this.isWrittenElsewhere);
  }

  append(record: ChatRecord): Promise<void> {
    if (this.state === 'saving') this.write(record);
    return Promise.resolve();
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  dispose(): void {
    this.changed.dispose();
    this.elsewhere.dispose();
  }
}

function toSavedChat(id: string, records: readonly ChatRecord[]): SavedChat {
  const turns = new Map<string, Turn>();
  const events = new Map<string, SavedEvent[]>();
  const open = new Map<string, UnfinishedAnswer>();
  const interactionIds = new Set<string>();
  let saved: Pick<SavedChat, 'title' | 'isPrivate' | 'model' | 'choices' | 'instruction' | 'schema' | 'leafId'> = {
    title: undefined,
    isPrivate: false,
    model: undefined,
    choices: undefined,
    instruction: '',
    schema: undefined,
    leafId: undefined,
  };
  for (const record of records) {
    if (record.kind === 'title') saved = { ...saved, title: record.title };
    if (record.kind === 'model') saved = { ...saved, model: record.model };
    if (record.kind === 'choices') {
      const { tools, thinking, servers } = record;
      saved = { ...saved, choices: { tools, thinking, servers } };
    }
    if (record.kind === 'instruction') saved = { ...saved, instruction: record.text };
    if (record.kind === 'schema') saved = { ...saved, schema: record.schema };
    if (record.kind === 'private') saved = { ...saved, isPrivate: record.isPrivate };
    if (record.kind === 'turn') {
      const turn = { ...newTurn(record.turn, record.turn), parentId: record.turn.parentId };
      turns.set(record.turnId, { ...turn, status: 'interrupted' });
      const heard: SavedEvent[] = [];
      events.set(record.turnId, heard);
      open.set(record.turnId, { turnId: record.turnId, interactionId: undefined, background: false, events: heard });
    }
    if (record.kind === 'accepted') {
      interactionIds.add(record.interactionId);
      const known = open.get(record.turnId);
      const heard = known?.interactionId === record.interactionId ? [] : [...(known?.events ?? [])];
      heard.push({ id: record.interactionId, ...(record.usage && { usage: record.usage }) });
      events.set(record.turnId, heard);
      open.set(record.turnId, { ...record, events: heard });
    }
    if (record.kind === 'delta') events.get(record.turnId)?.push(...record.events);
    if (record.kind === 'end') {
      open.delete(record.turnId);
      const turn = turns.get(record.turnId);
      const parts = partsOf(record.end.steps, turn && answerForm(turn));
      if (turn) turns.set(record.turnId, { ...turn, ...record.end, parts });
    }
  }
  for (const [turnId, unfinished] of open) {
    const turn = turns.get(turnId);
    const { steps, parts } = answerFrom(unfinished.events, turn && answerForm(turn));
    if (turn) turns.set(turnId, { ...turn, steps, parts, interactionId: unfinished.interactionId });
  }
  return {
    ...saved,
    id,
    titledBy: undefined,
    createdAt: 0,
    workspace: undefined,
    turns: [...turns.values()],
    unfinished: [...open.values()],
    interactionIds: [...interactionIds],
    forgotten: new Set(),
    condition: 'whole',
  };
}
