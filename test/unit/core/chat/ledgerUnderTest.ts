import { ChatLedger } from '../../../../src/core/chat/chatLedger';
import type { ChatRecord } from '../../../../src/core/conversation/records';
import type { SavedChat } from '../../../../src/core/conversation/savedChat';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';
import { MemoryJournal } from '../../fakes/memoryChatRecords';

/** A journal that notes what it is given, and whether it has to be on disk at once. */
export class NotedJournal extends MemoryJournal {
  readonly notes: { readonly record: ChatRecord; readonly durable: boolean }[] = [];
  isReleased = false;

  constructor() {
    super(() => {});
  }

  override append(record: ChatRecord, durable = false): Promise<void> {
    this.notes.push({ record, durable });
    return Promise.resolve();
  }

  override release(): Promise<void> {
    this.isReleased = true;
    return Promise.resolve();
  }

  /** What was noted since the last call, the records that must not be lost with a `!`. */
  taken(): readonly (readonly [string, ChatRecord])[] {
    return this.notes.splice(0).map(({ record, durable }) => [durable ? `${record.kind}!` : record.kind, record]);
  }

  /** The kinds of the same. */
  kinds(): readonly string[] {
    return this.taken().map(([kind]) => kind);
  }
}

/** A chat as it was read, with everything chosen. */
export const savedChat: SavedChat = {
  id: 'c',
  title: 'Heat pumps',
  titledBy: 'user',
  createdAt: 0,
  workspace: undefined,
  isPrivate: true,
  model: 'gemini-3.8-flash',
  choices: { tools: ['googleSearch'], thinking: 'low', servers: [] },
  instruction: 'Be brief',
  schema: { name: 'Rows', sent: { type: 'array' }, whole: { type: 'array' } },
  turns: [],
  leafId: undefined,
  unfinished: [],
  interactionIds: ['v1_a', 'v1_b'],
  forgotten: new Set(['v1_a']),
  condition: 'whole',
};

export function ledgerUnderTest(saved?: SavedChat) {
  const journal = new NotedJournal();
  const ledger = new ChatLedger(journal, saved);
  const fired: string[] = [];
  ledger.onDidChange(() => fired.push('changed'));
  ledger.onDidLose(() => fired.push('lost'));
  return { journal, ledger, fired };
}

/** A turn of a chat in which all turns have a model. */
export function turnOf(id: string, more: Partial<Turn> = {}): Turn {
  const place = { id, parentId: undefined, createdAt: 0, model: 'gemini-3.8-flash' };
  return { ...newTurn({ prompt: 'Why?', attachments: [] }, place), ...more };
}
