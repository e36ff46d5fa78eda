import * as vscode from 'vscode';
import { codeOf } from '../../core/inspection/code/codeOf';
import { type CodeLanguage, codeLanguages, codeSource } from '../../core/inspection/code/codeSource';
import { type Inspection, mainRequest } from '../../core/inspection/inspection';
import { geminiOrigin } from '../../names';
import { inspectionWords } from './inspectionWords';

interface LanguageItem extends vscode.QuickPickItem {
  readonly language: CodeLanguage;
}

/** The language of VS Code that an editor shows each in. */
const editorLanguages: Readonly<Record<CodeLanguage, string>> = {
  typescript: 'typescript',
  python: 'python',
  curl: 'shellscript',
};

/** "Copy Turn as Code…": into the clipboard, in the language that the user chooses. */
export async function copyAsCode(inspection: Inspection, secrets: readonly string[]): Promise<void> {
  const request = mainRequest(inspection);
  if (!request) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('An agent answered. Its request is not kept in the chat, so it can’t be copied as code.'),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(codeLanguages.map(itemOf), {
    title: vscode.l10n.t('Copy Turn as Code'),
    placeHolder: vscode.l10n.t('The code takes the key from the environment variable GEMINI_API_KEY'),
  });
  if (!chosen) return;
  const { origin, turns } = inspection;
  const isUsualOrigin = origin === geminiOrigin;
  const secretWords = inspectionWords().secret;
  const source = codeSource(request, { origin, isUsualOrigin, turns, pathOf, secrets, secretWords });
  const code = codeOf(chosen.language, source);
  await vscode.env.clipboard.writeText(code);
  const open = vscode.l10n.t('Open in Editor');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Copied as {0}. Running it costs what the question cost.', chosen.label),
    open,
  );
  if (choice !== open) return;
  const language = editorLanguages[chosen.language];
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content: code }));
}

function itemOf(language: CodeLanguage): LanguageItem {
  switch (language) {
    case 'typescript':
      return { language, label: 'TypeScript', description: '@google/genai' };
    case 'python':
      return { language, label: 'Python', description: 'google-genai' };
    case 'curl':
      return { language, label: 'curl', description: vscode.l10n.t('For a POSIX shell') };
  }
}

/** Programs read files of this computer. What lies elsewhere stands in the code. */
function pathOf(uri: string): string | undefined {
  const parsed = vscode.Uri.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
