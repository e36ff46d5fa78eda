import type { Draft } from '../composer/draftKeeper';
import type { PromptDraft } from '../composer/promptBox';

/** How long the user has to pause in editing before it is kept, in milliseconds: a text may be long. */
const pauseMs = 300;

/** A question that is being put in other words. */
export interface KeptEdit {
  readonly turnId: string;
  readonly draft: PromptDraft;
}

/** Where the user was reading. */
export interface KeptPlace {
  readonly chatId: string;
  /** The first message in view, counted from 0 among all of the chat. */
  readonly message: number;
  /** How far its beginning was below the upper edge of the view, in pixels. */
  readonly offset: number;
}

/** What is kept. The chat tells the host what a tab has shown. */
export interface Memory extends Draft {
  readonly chatId?: string;
  readonly edit?: KeptEdit;
  /** Absent at the end of the chat. */
  readonly place?: KeptPlace;
}

/** Where VS Code keeps something for the panel, also when its page is gone. */
export interface MemoryStore {
  getState(): unknown;
  setState(state: Memory): void;
}

/** What the person was writing, and in which chat. */
export class PanelMemory {
  private memory: Memory;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: MemoryStore) {
    this.memory = readMemory(store.getState());
  }

  get draft(): Draft {
    const { draft, pasted, at } = this.memory;
    return { draft, ...(pasted !== undefined && { pasted }), ...(at !== undefined && { at }) };
  }

  get edit(): KeptEdit | undefined {
    return this.memory.edit;
  }

  get place(): KeptPlace | undefined {
    return this.memory.place;
  }

  keepDraft(changed: Draft): void {
    const { draft: _draft, pasted: _pasted, at: _at, ...others } = this.memory;
    this.keep({ ...changed, ...others });
  }

  keepChat(chatId: string): void {
    if (chatId !== this.memory.chatId) this.keep({ ...this.memory, chatId });
  }

  keepEdit(edit: KeptEdit | undefined): void {
    const { edit: _before, ...others } = this.memory;
    this.keepSoon(edit ? { ...others, edit } : others);
  }

  keepPlace(place: KeptPlace | undefined): void {
    const { place: before, ...others } = this.memory;
    if (!place && !before) return;
    this.keepSoon(place ? { ...others, place } : others);
  }

  private keepSoon(memory: Memory): void {
    this.memory = memory;
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.store.setState(this.memory), pauseMs);
  }

  private keep(memory: Memory): void {
    this.memory = memory;
    this.store.setState(memory);
  }
}

function readMemory(state: unknown): Memory {
  if (!isRecord(state)) return { draft: '' };
  const edit = readEdit(state.edit);
  const place = readPlace(state.place);
  return {
    draft: typeof state.draft === 'string' ? state.draft : '',
    ...(typeof state.pasted === 'string' && { pasted: state.pasted }),
    ...(typeof state.at === 'number' && { at: state.at }),
    ...(typeof state.chatId === 'string' && { chatId: state.chatId }),
    ...(edit && { edit }),
    ...(place && { place }),
  };
}

function readEdit(value: unknown): KeptEdit | undefined {
  if (!isRecord(value) || !isRecord(value.draft) || typeof value.turnId !== 'string') return undefined;
  const { typed, pasted, caret } = value.draft;
  const isDraft = typeof typed === 'string' && typeof pasted === 'string' && typeof caret === 'number';
  return isDraft ? { turnId: value.turnId, draft: { typed, pasted, caret } } : undefined;
}

function readPlace(value: unknown): KeptPlace | undefined {
  if (!isRecord(value)) return undefined;
  const { chatId, message, offset } = value;
  const isPlace = typeof chatId === 'string' && Number.isSafeInteger(message) && Number.isFinite(offset);
  return isPlace ? { chatId, message: Number(message), offset: Number(offset) } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
