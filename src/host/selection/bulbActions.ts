import * as vscode from 'vscode';
import type { CommandId } from '../../manifest';
import { reviewScheme } from '../../names';

/** One entry of the light bulb. */
interface Entry {
  readonly command: CommandId;
  readonly title: string;
  /** It proposes a change of the code. */
  readonly isChange: boolean;
}

/**
 * The commands for code in the light bulb. Registered when the window opens, so it does nothing but look at what it is given:
 * what is behind a command is loaded when it is chosen.
 */
export class BulbActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite],
  };

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    { diagnostics, only, triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (document.uri.scheme === reviewScheme) return [];
    const wants = (kind: vscode.CodeActionKind) => only === undefined || only.contains(kind);
    const actions: vscode.CodeAction[] = [];
    const [first] = diagnostics;
    if (first && wants(vscode.CodeActionKind.QuickFix)) {
      // These stand in the menu of the Problems view as well, which has no place for commands of extensions.
      for (const entry of [fixEntry(), addEntry()]) {
        const made = action(entry, vscode.CodeActionKind.QuickFix, document, range.isEmpty ? startOf(first) : range);
        made.diagnostics = [...diagnostics];
        actions.push(made);
      }
    }
    // A bulb at every place of the cursor would only be in the way.
    const isAskedFor = triggerKind === vscode.CodeActionTriggerKind.Invoke || !range.isEmpty;
    if (!isAskedFor || !wants(vscode.CodeActionKind.RefactorRewrite)) return actions;
    const rewrites = rewriteEntries().map((entry) =>
      action(entry, vscode.CodeActionKind.RefactorRewrite, document, range),
    );
    return [...actions, ...rewrites];
  }
}

function action(
  { command, title, isChange }: Entry,
  kind: vscode.CodeActionKind,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.command = { command, title, arguments: [document.uri, new vscode.Range(range.start, range.end)] };
  const reason = isChange ? reasonAgainst(document, range) : undefined;
  if (reason !== undefined) made.disabled = { reason };
  return made;
}

function reasonAgainst({ uri, lineCount }: vscode.TextDocument, range: vscode.Range): string | undefined {
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('This folder is not trusted.');
  const { scheme } = uri;
  const isOurs = scheme === 'untitled' || scheme === 'vscode-notebook-cell';
  if (!isOurs && vscode.workspace.fs.isWritableFileSystem(scheme) !== true) {
    return vscode.l10n.t('This document is read-only.');
  }
  const isBlank = lineCount === 1 && range.isEmpty && range.start.character === 0;
  return isBlank ? vscode.l10n.t('There is no code here.') : undefined;
}

function startOf({ range: { start } }: vscode.Diagnostic): vscode.Range {
  return new vscode.Range(start, start);
}

function fixEntry(): Entry {
  return { command: 'geminiInteractions.fix', title: vscode.l10n.t('Fix with Gemini'), isChange: true };
}

function addEntry(): Entry {
  return { command: 'geminiInteractions.addToChat', title: vscode.l10n.t('Add to Gemini Chat'), isChange: false };
}

function rewriteEntries(): readonly Entry[] {
  return [
    { command: 'geminiInteractions.refactor', title: vscode.l10n.t('Refactor with Gemini…'), isChange: true },
    { command: 'geminiInteractions.document', title: vscode.l10n.t('Document with Gemini'), isChange: true },
    { command: 'geminiInteractions.writeTests', title: vscode.l10n.t('Write Tests with Gemini'), isChange: true },
    { command: 'geminiInteractions.edit', title: vscode.l10n.t('Edit with Gemini…'), isChange: true },
    { command: 'geminiInteractions.explain', title: vscode.l10n.t('Explain with Gemini'), isChange: false },
    { command: 'geminiInteractions.review', title: vscode.l10n.t('Review with Gemini'), isChange: false },
    addEntry(),
  ];
}
