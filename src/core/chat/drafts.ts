import { isJsonObject, numberField, objectsField, textField } from '../base/json';
import type { StorageFiles } from '../storage/files/files';
import { LatestFile } from '../storage/files/latestFile';

/** What is being written in a composer. */
export interface Draft {
  readonly draft: string;
  /** A text that is too long for the text box. */
  readonly pasted: string;
  /** When it was last changed. Milliseconds since 1970. */
  readonly at: number;
}

/** The drafts of the composers of a window, by the place of each. VS Code keeps them too, but not at every key. */
export class Drafts {
  private readonly file: LatestFile;
  private readonly drafts = new Map<string, Draft>();
  private loaded: Promise<void> | undefined;

  constructor(files: Pick<StorageFiles, 'read' | 'write'>) {
    this.file = new LatestFile(files, 'v1/drafts.json');
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

  /** There is nothing to be written in this place any more. */
  async forget(place: string): Promise<void> {
    await this.load();
    if (this.drafts.delete(place)) await this.save();
  }

  private save(): Promise<void> {
    return this.file.save(() => ({ drafts: [...this.drafts].map(([place, one]) => ({ place, ...one })) }));
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
  }
}
