import { filePartsOf } from '../apply/fileParts';
import { filled, hasPlaceholder } from '../apply/fillPlaceholders';
import { mergeBlock } from '../apply/mergeBlock';
import { unitsOf } from '../apply/units';
import type { EditKind } from '../ask/editPrompt';
import { type EditTarget, type LineRange, sentLines } from '../ask/editTarget';
import { applyPatch } from '../patch/applyPatch';
import { isPatch, readPatch } from '../patch/readPatch';
import { codeUnitOf } from '../text/reindent';
import { replaced } from '../text/restyled';
import { contentOf, SourceText } from '../text/sourceText';
import { withoutFence } from './chooseBlock';
import { wholeLine } from './fragment';
import type { AnswerRefusal, Repair } from './refusals';
import { withIndentOf } from './repairIndent';
import { withoutSurroundings } from './surroundings';

export type RepairedPart =
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly repairs: readonly Repair[] }
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal };

/** What the model gave for one selection, as the lines that go in its place. */
export class PartRepair {
  private readonly selected: readonly string[];
  private readonly repairs: Repair[] = [];

  constructor(
    private readonly target: EditTarget,
    private readonly range: LineRange,
    private readonly kind: EditKind,
  ) {
    this.selected = sentLines(target, range);
  }

  /** `isPatch`: the lines are a patch of the selection. */
  repaired(given: readonly string[], isGivenAsPatch = false): RepairedPart {
    const { languageId } = this.target;
    const fenced = isGivenAsPatch ? undefined : withoutFence(given, this.selected, languageId);
    if (fenced?.kind === 'refused') return fenced;
    if (fenced) this.repairs.push('fence');
    const written = (fenced?.lines ?? given).map((line) => line.toWellFormed());
    const isChange = isGivenAsPatch || fenced?.isPatch || (languageId !== 'diff' && isPatch(written.join('\n')));
    const lines = isChange ? this.patched(written) : this.withoutBlankEnds(written);
    if (!lines) return refused('patchDoesNotFit');
    if (lines.every((line) => line.trim() === '')) return this.nothing();
    return this.withoutRest(lines);
  }

  /** To take all lines away is a change one may ask for, and no improvement, repair or documentation. */
  private nothing(): RepairedPart {
    const isMeant = (this.kind === 'edit' || this.kind === 'refine') && this.selected.length > 0;
    return isMeant ? { kind: 'lines', lines: [], repairs: this.repairs } : refused('empty');
  }

  private withoutRest(lines: readonly string[]): RepairedPart {
    const { source, languageId, fragment } = this.target;
    const contents = source.lines.map(contentOf);
    const { start, end } = this.range;
    const trimmed = withoutSurroundings(lines, {
      before: contents.slice(0, start),
      selected: this.selected,
      after: contents.slice(end),
    });
    if (trimmed.kind === 'unclear') return refused('wholeFileForPart');
    if (trimmed.isTrimmed) this.repairs.push('surroundings');

    const whole = this.filledIn(this.withoutBlankEnds(trimmed.lines));
    if (!whole) return refused('placeholder');
    const [line, answer] = [this.selected[0], whole[0]];
    if (fragment && line !== undefined && answer !== undefined && this.selected.length === 1 && whole.length === 1) {
      const fitted = wholeLine(line, fragment, answer);
      if (fitted === undefined) return refused('fragment');
      if (fitted !== answer) return { kind: 'lines', lines: [fitted], repairs: [...this.repairs, 'fragment'] };
    }
    const indented = withIndentOf(this.selected, whole, codeUnitOf(contents, languageId), languageId);
    if (indented !== whole) this.repairs.push('indentation');
    return { kind: 'lines', lines: indented, repairs: this.repairs };
  }

  private patched(lines: readonly string[]): readonly string[] | undefined {
    const hunks = readPatch(lines.join('\n')).flatMap((file) => file.hunks);
    const result = applyPatch(this.selected, hunks, this.target.languageId);
    if (hunks.length === 0 || result.kind !== 'patched') return undefined;
    this.repairs.push('patch');
    return replaced(this.selectedText(), result.replacements).lines.map(contentOf);
  }

  private filledIn(lines: readonly string[]): readonly string[] | undefined {
    const { languageId } = this.target;
    if (!hasPlaceholder(lines, this.selected, languageId)) return lines;
    this.repairs.push('placeholders');
    const own = new Set(this.selected.map((line) => line.trim()));
    const unitsIn = (all: readonly string[]) => unitsOf(all, languageId, (line) => own.has(line.trim()));
    const units = unitsIn(lines);
    // One part of several has its place by its name.
    if (units.length === 1 && unitsIn(this.selected).length === 1) return filled(lines, this.selected, languageId);
    const merged = mergeBlock(lines, units, filePartsOf(this.selected, languageId));
    if (merged.kind !== 'merged' || merged.drops.length > 0) return undefined;
    return replaced(this.selectedText(), merged.replacements).lines.map(contentOf);
  }

  private selectedText(): SourceText {
    return SourceText.of(this.selected.map((line) => `${line}\n`).join(''));
  }

  /** Blank lines at the ends of the answer belong to it where the selection has some there. */
  private withoutBlankEnds(lines: readonly string[]): readonly string[] {
    const isWritten = (line: string) => line.trim() !== '';
    const first = Math.max(0, lines.findIndex(isWritten));
    const last = lines.findLastIndex(isWritten) + 1;
    const [before, after] = [
      this.selected.findIndex(isWritten),
      this.selected.length - this.selected.findLastIndex(isWritten) - 1,
    ];
    return lines.slice(first - Math.min(first, Math.max(0, before)), last + Math.min(lines.length - last, after));
  }
}

function refused(reason: AnswerRefusal): RepairedPart {
  return { kind: 'refused', reason };
}
