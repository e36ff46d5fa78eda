import type { PanelContext } from '../panelContext';
import type { PromptBox } from './promptBox';

/** How long a long text has to rest before it is copied to be kept. Milliseconds. */
const longPauseMs = 300;
/** How long what is typed is gathered before the host is told, which keeps it on disk. Milliseconds. */
const tellPauseMs = 100;

/** What is kept while the view is away. */
export interface Draft {
  readonly draft: string;
  readonly pasted?: string;
  /** When it was last changed. Milliseconds since 1970. */
  readonly at?: number;
}

/** Keeps what is being written: in VS Code's memory of the page, and at the host, which writes it to disk. */
export class DraftKeeper {
  private saving: ReturnType<typeof setTimeout> | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private changedAt: number;
  /** The long text that the host has. */
  private toldPasted: string;

  constructor(
    private readonly box: PromptBox,
    draft: Draft,
    private readonly post: PanelContext['post'],
    private readonly keep: (draft: Draft) => void,
  ) {
    box.draft = { typed: draft.draft, pasted: draft.pasted ?? '', caret: draft.draft.length };
    this.toldPasted = draft.pasted ?? '';
    this.changedAt = draft.at ?? 0;
  }

  /** The user has changed what is in the box. */
  changed(): void {
    this.changedAt = Date.now();
    // What was sent is gone at once, or it would be back after a reload.
    if (this.box.isEmpty) this.tell();
    else this.telling ??= setTimeout(() => this.tell(), tellPauseMs);
    clearTimeout(this.saving);
    // A long text is copied to be kept, which is too much for every key.
    if (this.box.pasted.text === '') this.save();
    else this.saving = setTimeout(() => this.save(), longPauseMs);
  }

  /** Shows what the host knows of an earlier page. False: the page knows better. */
  restore({ draft, pasted, at }: Required<Draft>): boolean {
    if (at <= this.changedAt) return false;
    this.box.draft = { typed: draft, pasted, caret: draft.length };
    this.toldPasted = pasted;
    this.changedAt = at;
    this.save();
    return true;
  }

  private save(): void {
    const { input, pasted } = this.box;
    const draft = { draft: input.value, at: this.changedAt };
    this.keep(pasted.text === '' ? draft : { ...draft, pasted: pasted.text });
  }

  private tell(): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    const { input, pasted } = this.box;
    const isPastedNew = pasted.text !== this.toldPasted;
    this.toldPasted = pasted.text;
    const long = isPastedNew ? { pasted: pasted.text } : {};
    this.post({ type: 'draftChanged', draft: input.value, ...long, at: this.changedAt });
  }
}
