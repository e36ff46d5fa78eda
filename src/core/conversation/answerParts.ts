import type { AnswerPart, SourceView } from '../../protocol/answer';
import type { Annotation, Content } from '../interactions/content';

/** A change of the answer as the panel shows it. */
export type AnswerChange =
  | { readonly type: 'partAdded'; readonly part: AnswerPart }
  | { readonly type: 'partGrew'; readonly part: number; readonly text: string }
  | { readonly type: 'partReplaced'; readonly part: number; readonly value: AnswerPart };

/** The parts of one answer as the panel shows them, while they grow. Each method tells what it changed. */
export class AnswerParts {
  private readonly shown: Draft[] = [];
  private sources: { part: number; byUrl: Map<string, SourceView> } | undefined;

  get all(): readonly AnswerPart[] {
    return this.shown.map((part) => ({ ...part }));
  }

  get isEmpty(): boolean {
    return this.shown.length === 0;
  }

  /** How much text there is to lose. UTF-16 units. */
  get textLength(): number {
    return this.shown.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
  }

  /** Whether there is anything a person or a tool can use, beside thoughts and the traces of tools. */
  get hasOutput(): boolean {
    return this.shown.some(
      (part) =>
        part.kind === 'media' ||
        part.kind === 'unknown' ||
        (part.kind === 'text' && part.text.trim() !== '') ||
        (part.kind === 'tool' && part.step === 'function_call'),
    );
  }

  kindOf(part: number): AnswerPart['kind'] | undefined {
    return this.shown[part]?.kind;
  }

  showContent(content: Content, kind: 'text' | 'thought'): readonly AnswerChange[] {
    switch (content.type) {
      case 'text':
        return [
          ...(content.text ? this.grow(kind, content.text) : []),
          ...(content.annotations.length > 0 ? this.cite(content.annotations) : []),
        ];
      case 'unknown':
        return [this.add({ kind: 'unknown', text: JSON.stringify(content.wire) })];
      default:
        return [
          this.add({
            kind: 'media',
            media: content.type,
            mimeType: content.mimeType,
            ...(content.data !== undefined && { data: content.data }),
          }),
        ];
    }
  }

  /** Adds text to the last part if it is of this kind, else begins a new part. */
  grow(kind: 'text' | 'thought' | 'tool', text: string): readonly AnswerChange[] {
    // Sources stand beside the text and do not cut it: a later `get` brings both in one piece.
    const at = this.shown.length - (this.shown.at(-1)?.kind === 'sources' ? 2 : 1);
    const last = this.shown[at];
    if (last && last.kind === kind) {
      last.text += text;
      return text ? [{ type: 'partGrew', part: at, text }] : [];
    }
    return [this.add(kind === 'tool' ? { kind, step: 'unknown', text } : { kind, text })];
  }

  cite(annotations: readonly Annotation[]): readonly AnswerChange[] {
    const found = annotations.flatMap((annotation): SourceView[] =>
      annotation.type === 'url_citation' ? [{ title: annotation.title || annotation.url, url: annotation.url }] : [],
    );
    if (found.length === 0) return [];
    const byUrl = this.sources?.byUrl ?? new Map<string, SourceView>();
    // The same source supports many sentences; it is listed once.
    for (const source of found) if (!byUrl.has(source.url)) byUrl.set(source.url, source);
    const value: AnswerPart = { kind: 'sources', sources: [...byUrl.values()] };
    if (!this.sources) {
      this.sources = { part: this.shown.length, byUrl };
      return [this.add(value)];
    }
    this.shown[this.sources.part] = value;
    return [{ type: 'partReplaced', part: this.sources.part, value }];
  }

  add(part: AnswerPart): AnswerChange {
    this.shown.push({ ...part });
    return { type: 'partAdded', part };
  }
}

/** A part whose text may still grow in place. */
type Draft = AnswerPart extends infer Part
  ? Part extends unknown
    ? { -readonly [K in keyof Part]: Part[K] }
    : never
  : never;
