import * as vscode from 'vscode';
import type { EditQuestion, ProblemHere } from '../../core/editing/ask/editRequest';
import { viewPlace } from '../panel/panelHandle';
import { askBoxed, askTyping } from '../panel/typedQuestion';
import { rulesFor } from '../rules/rulesFiles';
import type { Services } from '../services';
import { type AskedCode, askedCode, nameOf } from './askedCode';
import { problemsIn } from './problems';
import { targetWords, tellTarget } from './targetWords';
import { isChangeable } from './writable';

export type ChangeKind = 'fix' | 'refactor' | 'document' | 'edit';

/** What is asked about a document, besides what the document says itself. */
export type EditWish = Omit<EditQuestion, 'path' | 'languageId' | 'text'>;

/** Asks for a change and puts it under review. `sources`: the documents that what is sent was taken from, besides this one. */
export type Propose = (document: vscode.TextDocument, wish: EditWish, sources?: readonly vscode.Uri[]) => Promise<void>;

/** Asks the user what to do with the code, and tells of each change of the words where VS Code does. Undefined: nothing. */
type AskInstruction = (code: AskedCode, onTyped: (words: string) => void) => Promise<string | undefined>;

export interface ChangeCodeParts {
  readonly apiKey: Services['apiKey'];
  readonly drafts: Pick<Services['drafts'], 'hold'>;
  readonly propose: Propose;
  /** The file with this address is about to be sent. */
  readonly onExpect: (file: string) => void;
  readonly askInstruction: Readonly<Record<'refactor' | 'edit', AskInstruction>>;
}

/** "Fix", "Refactor…", "Document" and "Edit…": a proposal for the code, which streams into a review. */
export class ChangeCode {
  constructor(private readonly parts: ChangeCodeParts) {}

  /** `known`: problems that are known from elsewhere, which a fix is for then. */
  async run(kind: ChangeKind, args: readonly unknown[], known: readonly ProblemHere[] = []): Promise<void> {
    const code = await askedCode(args);
    if (!code || !(await isChangeable(code.document))) return;
    const { document, target } = code;
    const reported = kind === 'fix' && known.length === 0 ? problemsIn(document, target.ranges) : [];
    const problems = [...known, ...reported];
    if (kind === 'fix' && problems.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No problems are reported for {0} ({1}).', nameOf(document), targetWords(code)),
      );
      return;
    }
    tellTarget(code);
    this.parts.onExpect(document.uri.toString());
    const instruction = await this.instructionFor(kind, code);
    if (instruction === undefined) return;
    const ask = () => this.ask(kind, instruction, code, problems);
    // Words of the user are on disk until the proposal is there: a crash before that puts them into the chat's text box.
    if (kind === 'edit' || kind === 'refactor') await askBoxed(this.parts.drafts, viewPlace, instruction, ask);
    else await ask();
  }

  private async ask(
    kind: ChangeKind,
    instruction: string,
    { document, version, target }: AskedCode,
    problems: readonly ProblemHere[],
  ): Promise<void> {
    const [rules, hasKey] = await Promise.all([rulesFor(document), this.parts.apiKey.ensure()]);
    if (!hasKey) return;
    const { ranges, enclosing, fragment } = target;
    const wish = { kind, ranges, instruction, enclosing, rules, problems, ...(fragment && { fragment }) };
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code has changed. Select it again.'));
      return;
    }
    await this.parts.propose(document, wish);
  }

  private instructionFor(kind: ChangeKind, code: AskedCode): Promise<string | undefined> | string {
    switch (kind) {
      case 'fix':
        return 'Fix the problems.';
      case 'document':
        return 'Document the code.';
      case 'refactor':
      case 'edit':
        return askTyping(this.parts.drafts, viewPlace, (keep) =>
          this.parts.askInstruction[kind](code, (words) => {
            keep(words);
            this.parts.onExpect(code.document.uri.toString());
          }),
        );
    }
  }
}
