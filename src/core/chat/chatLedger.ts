import type { AnswerChoices } from '../../parts/answerChoices';
import { DisposableStore } from '../base/disposables';
import { Emitter } from '../base/emitter';
import type { Answer } from '../conversation/answer';
import type { ChatExtras } from '../conversation/chatSchema';
import type { ChatJournal, JournalState } from '../conversation/journal';
import { toSavedEvent } from '../conversation/savedAnswer';
import type { SavedChat } from '../conversation/savedChat';
import type { Turn } from '../conversation/turn';
import { endOf, startOf, turnRecords } from '../conversation/turnRecords';
import type { InteractionEvent } from '../interactions/events';
import type { Usage } from '../interactions/usage';

/** Writes what happens in one chat to its journal, and knows what the journal says besides the turns. */
export class ChatLedger {
  private readonly own = new DisposableStore();
  private readonly changed = this.own.add(new Emitter<void>());
  /** Fires when the title, the privacy, the model, what else was chosen or the state of saving changed. */
  readonly onDidChange = this.changed.event;
  private readonly lost = this.own.add(new Emitter<void>());
  /** Fires when another window took over writing the chat. */
  readonly onDidLose = this.lost.event;
  readonly onDidChangeElsewhere: ChatJournal['onDidChangeElsewhere'];
  private saved: Saved;
  private wantsPrivate: boolean;
  private wantedModel: string | undefined;
  private wantedChoices: AnswerChoices | undefined;
  private wantedExtras: ChatExtras;
  private hasClaim = false;

  constructor(
    private readonly journal: ChatJournal,
    saved?: SavedChat,
  ) {
    this.saved = saved ?? nothing;
    this.wantsPrivate = this.saved.isPrivate;
    this.wantedModel = this.saved.model;
    this.wantedChoices = this.saved.choices;
    this.wantedExtras = extrasOf(this.saved);
    this.onDidChangeElsewhere = journal.onDidChangeElsewhere;
    this.own.add(
      journal.onDidChangeState((state) => {
        const isLost = this.hasClaim && state === 'heldElsewhere';
        if (isLost) this.hasClaim = false;
        this.changed.fire();
        if (isLost) this.lost.fire();
      }),
    );
    this.own.add(journal);
  }

  get title(): string | undefined {
    return this.saved.title;
  }

  get isPrivate(): boolean {
    return this.wantsPrivate;
  }

  /** Chosen for this chat; undefined: none was. */
  get model(): string | undefined {
    return this.wantedModel;
  }

  /** Chosen for this chat; undefined: none were. */
  get choices(): AnswerChoices | undefined {
    return this.wantedChoices;
  }

  get extras(): ChatExtras {
    return this.wantedExtras;
  }

  get forgotten(): ReadonlySet<string> {
    return this.saved.forgotten;
  }

  get idsAtGoogle(): readonly string[] {
    return this.saved.interactionIds.filter((id) => !this.saved.forgotten.has(id));
  }

  get state(): JournalState {
    return this.saved.condition === 'newer' ? 'newer' : this.journal.state;
  }

  /** Whether this window writes the chat, as far as it knows. */
  get isClaimed(): boolean {
    return this.hasClaim;
  }

  async claim(takeOver = false): Promise<boolean> {
    this.hasClaim = this.saved.condition !== 'newer' && (await this.journal.claim(takeOver));
    return this.hasClaim;
  }

  /** Whether another window that is there writes the chat now. */
  isHeldElsewhere(): Promise<boolean> {
    return this.journal.isHeldElsewhere();
  }

  /** Takes over what another window wrote. */
  adopt(saved: SavedChat): void {
    this.saved = saved;
    this.wantsPrivate = saved.isPrivate;
    this.wantedModel = saved.model;
    this.wantedChoices = saved.choices;
    this.wantedExtras = extrasOf(saved);
    this.changed.fire();
  }

  /** `isBegun`: the chat has a file. If not, the first question writes it. */
  setPrivate(isPrivate: boolean, isBegun: boolean): void {
    this.wantsPrivate = isPrivate;
    if (isBegun) void this.writePrivate();
    this.changed.fire();
  }

  /** `isBegun`: as in `setPrivate`. */
  setModel(model: string, isBegun: boolean): void {
    this.wantedModel = model;
    if (isBegun) void this.writeModel();
    this.changed.fire();
  }

  /** `isBegun`: as in `setPrivate`. */
  setChoices(choices: AnswerChoices, isBegun: boolean): void {
    this.wantedChoices = choices;
    if (isBegun) void this.writeChoices();
    this.changed.fire();
  }

  /** `isBegun`: as in `setPrivate`. */
  setExtras(extras: ChatExtras, isBegun: boolean): void {
    this.wantedExtras = extras;
    if (isBegun) void this.writeExtras();
    this.changed.fire();
  }

  async setTitle(title: string, by: 'user' | 'model'): Promise<void> {
    this.saved = { ...this.saved, title };
    this.changed.fire();
    await this.journal.append({ kind: 'title', title, by }, true);
  }

  async forget(interactionIds: readonly string[]): Promise<void> {
    this.saved = { ...this.saved, forgotten: new Set([...this.saved.forgotten, ...interactionIds]) };
    this.changed.fire();
    await this.journal.append({ kind: 'forgotten', interactionIds }, true);
  }

  async asked(turn: Turn): Promise<void> {
    await this.writePrivate();
    await this.writeModel();
    await this.writeChoices();
    await this.writeExtras();
    await this.journal.append({ kind: 'turn', turnId: turn.id, turn: startOf(turn) }, true);
  }

  /** Writes once more what was asked, since its files have new addresses. `leafId`: the turn that stays shown. */
  async rewritten(turn: Turn, leafId: string): Promise<void> {
    await this.journal.append({ kind: 'turn', turnId: turn.id, turn: startOf(turn) }, false);
    if (turn.id !== leafId) await this.shown(leafId);
  }

  /** Begins this chat with turns of another one. Both then rest on the same interactions. */
  beginWith(
    turns: readonly Turn[],
    other: Pick<ChatLedger, 'isPrivate' | 'model' | 'choices' | 'extras' | 'forgotten'>,
  ): void {
    const { isPrivate, model, choices, extras, forgotten } = other;
    const ids = turns.flatMap(({ interactionId }) => interactionId ?? []);
    const gone = ids.filter((id) => forgotten.has(id));
    this.wantsPrivate = isPrivate;
    this.wantedModel = model;
    this.wantedChoices = choices;
    this.wantedExtras = extras;
    this.saved = { ...this.saved, interactionIds: ids, forgotten: new Set(gone) };
    void this.writePrivate();
    void this.writeModel();
    void this.writeChoices();
    void this.writeExtras();
    // The next question is synced to disk, and with it all records before it.
    for (const record of turns.flatMap(turnRecords)) void this.journal.append(record, false);
    if (gone.length > 0) void this.journal.append({ kind: 'forgotten', interactionIds: gone }, false);
    this.changed.fire();
  }

  /** Writes an event of the running answer, not synced to disk at once. `earlier`: what earlier requests of it took. */
  recordEvent(turnId: string, event: InteractionEvent, background: boolean, earlier: Usage | undefined): void {
    if (event.type === 'created') this.accepted(turnId, event.interaction.id, background, earlier);
    const saved = toSavedEvent(event);
    if (saved) void this.journal.append({ kind: 'delta', turnId, events: [saved] }, false);
  }

  /** Writes that the answer starts over, with the steps it has now. */
  recordRestart(turnId: string, answer: Answer, background: boolean): void {
    const { interactionId, steps, lastEventId, earlierUsage } = answer;
    this.accepted(turnId, interactionId, background, earlierUsage);
    const e = lastEventId === undefined ? {} : { e: lastEventId };
    const events = steps.map((start, i) => ({ i, start, ...(i === steps.length - 1 && e) }));
    void this.journal.append({ kind: 'delta', turnId, events }, false);
  }

  /** Writes which branch is shown. */
  async shown(leafId: string): Promise<void> {
    await this.journal.append({ kind: 'leaf', turnId: leafId }, false);
  }

  async ended(turn: Turn): Promise<void> {
    await this.journal.append({ kind: 'end', turnId: turn.id, end: endOf(turn) }, true);
  }

  dispose(): void {
    void this.journal.release().finally(() => this.own.dispose());
  }

  private accepted(turnId: string, interactionId: string, background: boolean, usage: Usage | undefined): void {
    // An interaction that is not stored has no id.
    if (!interactionId) return;
    const { interactionIds } = this.saved;
    if (!interactionIds.includes(interactionId)) {
      this.saved = { ...this.saved, interactionIds: [...interactionIds, interactionId] };
    }
    void this.journal.append({ kind: 'accepted', turnId, interactionId, background, usage }, true);
  }

  private async writePrivate(): Promise<void> {
    const isPrivate = this.wantsPrivate;
    if (isPrivate === this.saved.isPrivate) return;
    this.saved = { ...this.saved, isPrivate };
    await this.journal.append({ kind: 'private', isPrivate }, true);
  }

  private async writeModel(): Promise<void> {
    const model = this.wantedModel;
    if (model === undefined || model === this.saved.model) return;
    this.saved = { ...this.saved, model };
    await this.journal.append({ kind: 'model', model }, true);
  }

  private async writeChoices(): Promise<void> {
    const choices = this.wantedChoices;
    if (choices === undefined || choices === this.saved.choices) return;
    this.saved = { ...this.saved, choices };
    await this.journal.append({ kind: 'choices', ...choices }, true);
  }

  private async writeExtras(): Promise<void> {
    const { instruction, schema } = this.wantedExtras;
    const before = this.saved;
    this.saved = { ...before, instruction, schema };
    if (instruction !== before.instruction) {
      await this.journal.append({ kind: 'instruction', text: instruction }, true);
    }
    if (schema !== before.schema) await this.journal.append({ kind: 'schema', schema }, true);
  }
}

function extrasOf({ instruction, schema }: Saved): ChatExtras {
  return { instruction, schema };
}

type Saved = ChatExtras &
  Pick<SavedChat, 'title' | 'isPrivate' | 'model' | 'choices' | 'condition' | 'forgotten' | 'interactionIds'>;

const nothing: Saved = {
  title: undefined,
  isPrivate: false,
  model: undefined,
  choices: undefined,
  instruction: '',
  schema: undefined,
  condition: 'whole',
  forgotten: new Set(),
  interactionIds: [],
};
