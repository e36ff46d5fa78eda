import * as vscode from 'vscode';
import type { CodeBlock } from '../../markdown/codeBlocks';
import type { WorkspaceLinks } from '../paths/workspaceLinks';
import { choosePlace } from './applyPlace';
import type { LastEditor } from './lastEditor';
import type { NewFile } from './newFile';
import type { Proposal, Proposals } from './proposals';
import { indentedLike } from './restatement';

export interface ApplyCodeParts {
  readonly proposals: Proposals;
  readonly links: WorkspaceLinks;
  readonly lastEditor: LastEditor;
  readonly newFile: NewFile;
  readonly newId: () => string;
}

/** "Apply…": shows what a block of code would change in a file, for Accept or Reject. Nothing is written before Accept. */
export class ApplyCode {
  constructor(private readonly parts: ApplyCodeParts) {}

  async run(code: CodeBlock): Promise<void> {
    const target = await this.chooseTarget(code);
    if (target === 'newFile') return this.parts.newFile.run(code);
    if (!target) return;
    await this.propose(target, code);
  }

  /** Shows the change of this file. */
  async propose(uri: vscode.Uri, code: CodeBlock): Promise<void> {
    const document = await openText(uri);
    if (!document) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is not a text file, so code cannot be applied to it.', nameOf(uri)),
      );
      return;
    }
    const { version } = document;
    const { editor } = this.parts.lastEditor;
    const range = await choosePlace(document, editor?.document === document ? editor : undefined, code.text);
    if (!range) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code changed meanwhile. Choose Apply again.'));
      return;
    }
    const proposal = proposalFor(document, range, this.parts.newId());
    const replacement = replacementFor(code.text, document, range);
    if (replacement === proposal.target.selected.replaceAll('\r\n', '\n')) {
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} already reads like this.', nameOf(uri)));
      return;
    }
    await this.parts.proposals.open(proposal);
    this.parts.proposals.finish(proposal, replacement);
  }

  private async chooseTarget(code: CodeBlock): Promise<vscode.Uri | 'newFile' | undefined> {
    const named = code.fileName === '' ? [] : await this.parts.links.locate(code.fileName);
    if (named.length === 1) return named[0];
    if (named.length > 1) return chooseFile(named);
    const inFront = this.parts.lastEditor.editor?.document.uri;
    if (code.fileName === '') {
      if (!inFront) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open the file that the code is for, then choose Apply again.'),
        );
      }
      return inFront;
    }
    const create = { label: vscode.l10n.t('Create {0}', code.fileName), target: 'newFile' as const };
    const change = inFront && { label: vscode.l10n.t('Change {0}', nameOf(inFront)), target: inFront };
    const placeHolder = vscode.l10n.t('The answer means {0}, which is not in this workspace.', code.fileName);
    const items: { label: string; target: vscode.Uri | 'newFile' }[] = change ? [change, create] : [create];
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.target;
  }
}

async function chooseFile(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = uris.map((uri) => ({ label: nameOf(uri), uri }));
  const placeHolder = vscode.l10n.t('Which file is the code for?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The one reason left: the place was looked at just now.
    return undefined;
  }
}

function proposalFor(document: vscode.TextDocument, range: vscode.Range, id: string): Proposal {
  const text = document.getText();
  return {
    id,
    documentUri: document.uri,
    target: {
      path: nameOf(document.uri),
      languageId: document.languageId,
      before: text.slice(0, document.offsetAt(range.start)),
      selected: document.getText(range),
      after: text.slice(document.offsetAt(range.end)),
    },
    startLine: range.start.line,
    text,
    replacement: undefined,
    stop: new AbortController(),
  };
}

/** The code as it stands in the document: indented like what it replaces, and ending as that ends. */
function replacementFor(code: string, document: vscode.TextDocument, range: vscode.Range): string {
  const selected = document.getText(range);
  const lines = code.replace(/\n$/, '');
  const isToEnd = document.offsetAt(range.end) === document.getText().length;
  const indented = range.start.line === 0 && isToEnd ? lines : indentedLike(lines, selected);
  return isToEnd && (selected === '' || selected.endsWith('\n')) ? `${indented}\n` : indented;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
