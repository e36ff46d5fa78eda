import { withoutUnseen } from '../base/unseenCharacters';
import type { InteractionRequest } from '../interactions/port';
import type { OutgoingGate } from '../privacy/outgoingGate';
import { changeTexts } from './changeLines';
import { commitRequest } from './commitRequest';
import { type CutChanges, cutChanges } from './cutChanges';
import type { ChangedFile, FileChange } from './fileChange';
import type { ProjectRules, RuleFile } from './projectRules';
import { type Situation, situationLines } from './situation';
import type { CommitStyle } from './style';

/** What was gathered of a repository for a message. Nothing of it has left the machine. */
export interface Gathered {
  /** The address of the folder that the paths of the changes begin in, without a slash at its end. */
  readonly root: string;
  readonly changes: readonly FileChange[];
  readonly style: CommitStyle | undefined;
  readonly rules: ProjectRules;
  readonly situation: Situation;
}

/** What the user is asked about texts that no file holds. */
export interface DraftNames {
  readonly history: string;
  readonly hint: string;
}

export interface Draft {
  readonly request: InteractionRequest;
  /** What is sent of the changes, and what is not. */
  readonly sent: CutChanges;
}

/** The request for a message, of what may leave the machine. Undefined: the user wants nothing sent. */
export async function draftOf(
  { root, changes, style, rules, situation }: Gathered,
  { model, hint }: { readonly model: string; readonly hint: string | undefined },
  gate: Pick<OutgoingGate, 'review'>,
  names: DraftNames,
): Promise<Draft | undefined> {
  const cut = cutChanges(changes);
  const lines = situationLines(situation, changes);
  const examples = style?.subjects ?? [];
  const passed = await gate.review([
    { name: names.history, text: lines.join('\n') },
    { name: names.history, text: examples.join('\n') },
    { name: names.hint, text: hint ?? '' },
    { name: rules.commitlint?.path ?? '', text: rules.commitlint?.text ?? '' },
    { name: rules.template?.path ?? '', text: rules.template?.text ?? '' },
    ...cut.shown.map(({ file, text }) => ({ name: file.path, text, files: addressesOf(file, root) })),
  ]);
  if (!passed) return undefined;
  const [lineText = '', exampleText = '', hintText, commitlint, template, ...diffs] = passed.map(
    (text) => text && withoutUnseen(text),
  );
  const sent = withoutHeld(cut, diffs);
  const material = {
    style,
    rules: {
      ...rules,
      commitlint: withText(rules.commitlint, commitlint),
      template: withText(rules.template, template),
    },
    branch: situation.branch,
    examples: exampleText.split('\n').filter((subject) => subject !== ''),
    situation: [lineText],
    changes: changeTexts(sent),
    hint: hintText,
  };
  return { request: commitRequest(model, material), sent };
}

/** Of a file that was renamed also the former one: its diff shows what was there. */
function addressesOf({ path, oldPath }: ChangedFile, root: string): readonly string[] {
  const paths = oldPath === undefined ? [path] : [path, oldPath];
  return paths.map((each) => `${root}/${each.split('/').map(encodeURIComponent).join('/')}`);
}

function withoutHeld({ shown, named }: CutChanges, diffs: readonly (string | undefined)[]): CutChanges {
  const open = shown.flatMap((file, i) => {
    const text = diffs[i];
    return text === undefined ? [] : [{ ...file, text }];
  });
  const held = shown
    .filter((_, i) => diffs[i] === undefined)
    .map(({ file }) => ({ ...file, why: 'heldBack' as const }));
  return { shown: open, named: [...named, ...held] };
}

function withText(file: RuleFile | undefined, text: string | undefined): RuleFile | undefined {
  return file && text !== undefined ? { ...file, text } : undefined;
}
