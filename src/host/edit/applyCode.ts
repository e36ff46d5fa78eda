import * as vscode from 'vscode';
import type { CodeBlock } from '../../markdown/codeBlocks';
import type { WorkspaceLinks } from '../paths/workspaceLinks';
import { choosePlace } from './applyPlace';
import type { LastEditor } from './lastEditor';
import type { NewFile } from './newFile';
import { indentedLike } from './restatement';
import { tellEnd } from './reviewNotices';
import type { Reviews } from './reviews';

export interface ApplyCodeParts {
  readonly reviews: Reviews;
  readonly links: WorkspaceLinks;
  readonly lastEditor: LastEditor;
  readonly newFile: NewFile;
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
    const { t } = vscode.l10n;
    const document = await openText(uri);
    if (!document) {
      void vscode.window.showWarningMessage(t('{0} is not a text file, so code cannot be applied to it.', nameOf(uri)));
      return;
    }
    const { version } = document;
    const { editor } = this.parts.lastEditor;
    const range = await choosePlace(document, editor?.document === document ? editor : undefined, code.text);
    if (!range) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(t('The code changed meanwhile. Choose Apply again.'));
      return;
    }
    const text = document.getText();
    const before = text.slice(0, document.offsetAt(range.start));
    const after = text.slice(document.offsetAt(range.end));
    const lineBreak = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const replacement = replacementFor(code.text, document, range).replaceAll('\n', lineBreak);
    const review = await this.parts.reviews.begin(document, range.start.line);
    tellEnd(review, await review.write(async () => before + replacement + after));
  }

  private async chooseTarget(code: CodeBlock): Promise<vscode.Uri | 'newFile' | undefined> {
    const { t } = vscode.l10n;
    const named = code.fileName === '' ? [] : await this.parts.links.locate(code.fileName);
    if (named.length === 1) return named[0];
    if (named.length > 1) return chooseFile(named);
    const inFront = this.parts.lastEditor.editor?.document.uri;
    if (code.fileName === '') {
      if (!inFront) {
        void vscode.window.showInformationMessage(t('Open the file that the code is for, then choose Apply again.'));
      }
      return inFront;
    }
    const create = { label: t('Create {0}', code.fileName), target: 'newFile' as const };
    const change = inFront && { label: t('Change {0}', nameOf(inFront)), target: inFront };
    const placeHolder = t('The answer means {0}, which is not in this workspace.', code.fileName);
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
