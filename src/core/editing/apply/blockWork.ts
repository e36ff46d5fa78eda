import { reindented } from '../text/reindent';
import { type Replacement, replaced } from '../text/restyled';
import { contentOf, SourceText } from '../text/sourceText';
import { indentOf } from '../text/textStyle';
import type { ApplyChoice, ApplyResult, ApplyTarget, How } from './applyTypes';
import { editResult } from './editResult';
import { type FileParts, filePartsOf } from './fileParts';
import { filled, hasPlaceholder } from './fillPlaceholders';
import { mergeBlock } from './mergeBlock';
import { unitsOf } from './units';
import { type Extent, extentOf } from './wholeFile';

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** A block and a file, taken apart. */
export class BlockWork {
  private readonly source: SourceText;
  private readonly file: FileParts;

  constructor(
    private readonly lines: readonly string[],
    private readonly target: ApplyTarget,
  ) {
    this.source = SourceText.of(target.text);
    this.file = filePartsOf(this.source.lines.map(contentOf), target.languageId, target.symbols);
  }

  forSelection(selection: Lines): ApplyResult {
    const merged = this.merged();
    if (merged.kind === 'merged') {
      const isElsewhere = !merged.replacements.some((part) => part.start < selection.end && selection.start < part.end);
      if (!isElsewhere) return this.parts();
      return {
        kind: 'ask',
        choices: [
          { type: 'replaceSelection', ...selection },
          { type: 'replaceParts', names: merged.names },
        ],
      };
    }
    if (merged.kind === 'ambiguous') {
      const here = merged.places.filter(({ start, end }) => start < selection.end && selection.start < end);
      const [only] = here;
      if (only && here.length === 1) return this.instead(only, 'parts', [only.name]);
    }
    return this.instead(selection, 'selection', []);
  }

  withoutSelection(): ApplyResult {
    const extent = this.extent();
    if (extent === 'file') return this.wholeFile();
    const merged = this.merged();
    const rest: ApplyChoice[] = [...this.insertions(), ...(this.leavesOut() ? [] : [this.fileChoice()])];
    switch (merged.kind) {
      case 'merged':
        if (extent === 'part' && merged.drops.length === 0) return this.parts();
        return { kind: 'ask', choices: [{ type: 'replaceParts', names: merged.names }, ...rest.slice(-1)] };
      case 'ambiguous':
        return {
          kind: 'ask',
          choices: [
            ...merged.places.map(({ name, start, end }) => ({ type: 'replaceDefinition' as const, name, start, end })),
            ...this.insertions(),
          ],
        };
      case 'unfilled':
        return { kind: 'refused', reason: 'placeholder' };
      case 'unplaced':
        return this.leavesOut() ? { kind: 'refused', reason: 'placeholder' } : { kind: 'ask', choices: rest };
    }
  }

  chosen(choice: ApplyChoice): ApplyResult {
    switch (choice.type) {
      case 'replaceSelection':
        return this.instead(choice, 'selection', []);
      case 'replaceDefinition':
        return this.instead(choice, 'parts', [choice.name]);
      case 'replaceParts':
        return this.parts();
      case 'replaceFile':
        return this.leavesOut() ? { kind: 'refused', reason: 'placeholder' } : this.wholeFile();
      case 'insertAtCursor':
        return this.inserted(choice.line, indentOf(this.file.contents[choice.line] ?? ''));
      case 'appendToFile': {
        const end = this.file.contents.findLastIndex((line) => line.trim() !== '') + 1;
        return this.inserted(end, '', end === 0 ? [] : ['']);
      }
    }
  }

  private merged() {
    const units = unitsOf(this.lines, this.file.languageId, this.isOwn);
    return mergeBlock(this.lines, units, this.file);
  }

  private readonly isOwn = (line: string): boolean => this.file.places.has(line.trim());

  private extent(): Extent {
    const extent = extentOf(this.lines, this.file.contents, this.file.languageId);
    return this.leavesOut() ? 'part' : extent;
  }

  private leavesOut(): boolean {
    return hasPlaceholder(this.lines, this.file.contents, this.file.languageId);
  }

  private parts(): ApplyResult {
    const merged = this.merged();
    if (merged.kind !== 'merged') return { kind: 'refused', reason: 'placeholder' };
    return this.edit(merged.replacements, 'parts', merged.names);
  }

  /** The block in place of these lines, indented as they are. */
  private instead({ start, end }: Lines, how: How, names: readonly string[]): ApplyResult {
    const old = this.file.contents.slice(start, end);
    const first = old.find((line) => line.trim() !== '') ?? '';
    const fitted = this.fitted(indentOf(first));
    const whole = hasPlaceholder(fitted, old, this.file.languageId)
      ? filled(fitted, old, this.file.languageId)
      : fitted;
    if (!whole) return { kind: 'refused', reason: 'placeholder' };
    return this.edit([{ start, end, contents: whole }], how, names);
  }

  private wholeFile(): ApplyResult {
    return this.edit([{ start: 0, end: this.source.lines.length, contents: this.fitted('') }], 'file', []);
  }

  private inserted(line: number, indent: string, before: readonly string[] = []): ApplyResult {
    if (this.leavesOut()) return { kind: 'refused', reason: 'placeholder' };
    return this.edit([{ start: line, end: line, contents: [...before, ...this.fitted(indent)] }], 'insertion', []);
  }

  private fitted(indent: string): readonly string[] {
    return reindented(this.lines, { indent, unit: this.file.unit }, this.file.languageId);
  }

  private insertions(): readonly ApplyChoice[] {
    const { selection } = this.target;
    const append = { type: 'appendToFile' } as const;
    if (this.leavesOut()) return [];
    return selection ? [{ type: 'insertAtCursor', line: selection.start }, append] : [append];
  }

  private fileChoice(): ApplyChoice {
    return { type: 'replaceFile', lines: this.source.lines.length };
  }

  private edit(replacements: readonly Replacement[], how: How, names: readonly string[]): ApplyResult {
    return editResult(this.source, replaced(this.source, replacements), how, names);
  }
}
