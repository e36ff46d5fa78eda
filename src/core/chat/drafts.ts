import { isJsonObject, numberField, objectsField, textField } from '../base/json';
import type { StorageFiles } from '../storage/files/files';
import { LatestFile } from '../storage/files/latestFile';

/** From here on a text box takes noticeably long to lay its text out. The composer shows what is longer as pasted. */
const maxTypedChars = 50_000;

/** What is being written in a composer. */
export interface Draft {
  readonly draft: string;
  /** A text that is too long for the text box. */
  readonly pasted: string;
  /** When it was last changed. Milliseconds since 1970. */
  readonly at: number;
}

/** A question that was sent and that nothing else on disk has yet. */
export interface HeldQuestion {
  /** It is on disk elsewhere now, or the user no longer wants it. */
  release(): void;
  /** It was not asked: it stands before the draft again. Does nothing after `release`. */
  giveBack(): void;
}

export interface DraftsParts {
  /** The folder of this window. */
  readonly files: Pick<StorageFiles, 'read' | 'write'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** The drafts of the composers of a window, by the place of each. VS Code keeps them too, but not at every key. */
export class Drafts {
  private readonly file: LatestFile;
  private readonly drafts = new Map<string, Draft>();
  private readonly held = new Set<{ readonly place: string; readonly prompt: string }>();
  private loaded: Promise<void> | undefined;

  constructor(private readonly parts: DraftsParts) {
    this.file = new LatestFile(parts.files, 'v1/drafts.json');
  }

  /** Undefined: none is known. */
  async of(place: string): Promise<Draft | undefined> {
    await this.load();
    return this.drafts.get(place);
  }

  /** Without `pasted` that text stays. */
  async keep(place: string, { draft, pasted, at }: Omit<Draft, 'pasted'> & Partial<Draft>): Promise<void> {
    await this.load();
    this.drafts.set(place, { draft, pasted: pasted ?? this.drafts.get(place)?.pasted ?? '', at });
    await this.save();
  }

  /**
   * Keeps a question on disk while the user is asked about it, which may take minutes. One that a crash finds here stands
   * before the draft of its place afterwards.
   */
  hold(place: string, prompt: string): HeldQuestion {
    const question = { place, prompt };
    const run = (make: () => void) => void this.change(make).catch(this.parts.onError);
    if (prompt !== '') run(() => this.held.add(question));
    return {
      release: () => run(() => this.held.delete(question)),
      giveBack: () => run(() => this.held.delete(question) && this.putBefore(place, prompt)),
    };
  }

  /** There is nothing to be written in this place any more. */
  forget(place: string): Promise<void> {
    return this.change(() => {
      this.drafts.delete(place);
      for (const question of this.held) if (question.place === place) this.held.delete(question);
    });
  }

  private async change(make: () => void): Promise<void> {
    await this.load();
    make();
    await this.save();
  }

  /** As the composer does it. */
  private putBefore(place: string, prompt: string): void {
    const { draft, pasted } = this.drafts.get(place) ?? { draft: '', pasted: '' };
    const at = this.parts.now();
    const isLong = prompt.length + draft.length > maxTypedChars;
    if (isLong) this.drafts.set(place, { draft, pasted: joined(prompt, pasted), at });
    else this.drafts.set(place, { draft: joined(prompt, draft), pasted, at });
  }

  private save(): Promise<void> {
    return this.file.save(() => ({
      drafts: [...this.drafts].map(([place, one]) => ({ place, ...one })),
      asked: [...this.held],
    }));
  }

  private load(): Promise<void> {
    this.loaded ??= this.read();
    return this.loaded;
  }

  private async read(): Promise<void> {
    const value = await this.file.read();
    for (const saved of isJsonObject(value) ? objectsField(value, 'drafts') : []) {
      const [place, draft, pasted, at] = [
        textField(saved, 'place'),
        textField(saved, 'draft'),
        textField(saved, 'pasted'),
        numberField(saved, 'at'),
      ];
      if (place === undefined || draft === undefined || at === undefined) continue;
      this.drafts.set(place, { draft, pasted: pasted ?? '', at });
    }
    const asked = isJsonObject(value) ? objectsField(value, 'asked') : [];
    // Each goes before those that are there.
    for (const question of asked.toReversed()) {
      const place = textField(question, 'place');
      const prompt = textField(question, 'prompt');
      if (place !== undefined && prompt !== undefined) this.putBefore(place, prompt);
    }
  }
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
