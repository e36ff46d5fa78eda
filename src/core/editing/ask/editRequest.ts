import { countUnseen, withoutUnseen } from '../../base/unseenCharacters';
import type { InteractionRequest, ServiceTier, ThinkingLevel } from '../../interactions/port';
import { firstPart } from '../text/cutText';
import { SourceText } from '../text/sourceText';
import { type AnswerForm, chooseForm } from './answerForm';
import { type EditKind, editInstruction } from './editPrompt';
import { codeSections, section } from './editSections';
import { type EditTarget, joinedRanges, type LineRange } from './editTarget';

export interface NamedText {
  /** As people read it, relative to the workspace. */
  readonly path: string;
  readonly text: string;
}

export interface ProblemHere {
  /** Counted from 0. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Who says so, such as `ts 2345`. */
  readonly source?: string;
}

/** What a command knows when it asks. */
export interface EditQuestion {
  readonly kind: EditKind;
  readonly path: string;
  readonly languageId: string;
  /** The whole document as it is. */
  readonly text: string;
  /** Whole lines. Of a test file: where the tests go. */
  readonly ranges: readonly LineRange[];
  readonly fragment?: LineRange;
  /** The user's own words. */
  readonly instruction: string;
  /** The symbols around the selection, from the outermost on, such as `class Garden`. */
  readonly enclosing?: readonly string[];
  readonly problems?: readonly ProblemHere[];
  /** Files in which the project says how its code is written. */
  readonly rules?: readonly NamedText[];
  /** The code that tests are written for. */
  readonly tested?: NamedText & { readonly languageId: string };
  /** For `refine`: the proposal for each range as it is now, hand-made changes included. */
  readonly earlier?: readonly string[];
}

export interface EditOptions {
  readonly model: string;
  /** Default: `low`. */
  readonly thinkingLevel?: ThinkingLevel;
  readonly serviceTier?: ServiceTier;
  /** True: Google keeps the interaction, so that a refinement can continue it. */
  readonly mayBeRefined?: boolean;
  /** For `refine`: the stored interaction that made the proposal. Then this one is stored too. */
  readonly previousInteractionId?: string;
}

export type EditRequest =
  | {
      readonly kind: 'request';
      readonly request: InteractionRequest;
      readonly form: AnswerForm;
      readonly target: EditTarget;
      /** Characters that people cannot see and that were left out of what is sent. */
      readonly hidden: number;
    }
  | { readonly kind: 'refused'; readonly reason: 'nothingSelected' }
  /** The selection has `chars` UTF-16 units; the model could not give back more than `limit`. */
  | { readonly kind: 'refused'; readonly reason: 'selectionTooLarge'; readonly chars: number; readonly limit: number };

/** An answer has at most about 65,000 tokens, of which code takes three to four characters each. */
const selectionLimit = 200_000;
const ruleChars = 16_000;
const testedChars = 60_000;
const problemLimit = 50;
const messageChars = 1_000;

/** The request for a change of some lines. Nothing is kept at Google, unless it may be refined, or continues what is kept. */
export function editRequest(question: EditQuestion, options: EditOptions): EditRequest {
  const source = SourceText.of(question.text);
  const ranges = joinedRanges(question.ranges, source.lines.length);
  if (ranges.length === 0) return { kind: 'refused', reason: 'nothingSelected' };
  const chars = ranges.reduce((sum, { start, end }) => sum + source.offsetOf(end) - source.offsetOf(start), 0);
  if (chars > selectionLimit) return { kind: 'refused', reason: 'selectionTooLarge', chars, limit: selectionLimit };

  const { fragment, languageId, kind } = question;
  const target: EditTarget = { source, languageId, ranges, ...(fragment && { fragment }) };
  const isContinued = kind === 'refine' && options.previousInteractionId !== undefined;
  const texts = isContinued ? refineSections(question) : allSections(question, target);
  const form = chooseForm(texts, ranges.length);
  const request: InteractionRequest = {
    model: options.model,
    purpose: kind,
    input: texts.map((text) => ({ type: 'text', text })),
    store: isContinued || options.mayBeRefined === true,
    ...(isContinued && { previousInteractionId: options.previousInteractionId }),
    systemInstruction: editInstruction(kind, form),
    thinkingLevel: options.thinkingLevel ?? 'low',
    ...(options.serviceTier && { serviceTier: options.serviceTier }),
  };
  const hidden =
    countUnseen(ranges.map(({ start, end }) => source.slice(start, end)).join('')) + countUnseen(question.instruction);
  return { kind: 'request', request, form, target, hidden };
}

function allSections(question: EditQuestion, target: EditTarget): readonly string[] {
  const { path, languageId, tested, rules = [], enclosing = [] } = question;
  const inside = enclosing.length === 0 ? '' : `The selection is inside:\n${enclosing.join('\n')}`;
  return [
    withoutUnseen(`File: ${path}\nLanguage: ${languageId}`),
    ...rules.map((rule) =>
      section(`How this project wants its code, from ${rule.path}:`, firstPart(rule.text, ruleChars), 'markdown'),
    ),
    tested
      ? section(`The code to test, from ${tested.path}:`, firstPart(tested.text, testedChars), tested.languageId)
      : '',
    withoutUnseen(inside),
    ...codeSections(target),
    problemSection(question),
    ...refineSections(question),
  ].filter((text) => text !== '');
}

/** What is new in a further request. */
function refineSections({ earlier = [], instruction, languageId }: EditQuestion): readonly string[] {
  const proposals = earlier.map((text, at) => {
    const name =
      earlier.length > 1 ? `Your proposal for selection ${at + 1} as it is now:` : 'Your proposal as it is now:';
    return text.trim() === '' ? `${name}\nno lines` : section(name, text, languageId);
  });
  return [...proposals, ...(instruction.trim() === '' ? [] : [`What to do: ${withoutUnseen(instruction)}`])];
}

function problemSection({ problems = [] }: EditQuestion): string {
  const lines = problems.slice(0, problemLimit).map(({ line, severity, message, source }) => {
    const words = firstPart(message, messageChars)
      .trim()
      .replace(/\s*[\r\n]+\s*/g, ' / ');
    return `line ${line + 1}: ${severity}: ${words}${source ? ` (${source})` : ''}`;
  });
  return section('Problems:', lines.join('\n'), '');
}
