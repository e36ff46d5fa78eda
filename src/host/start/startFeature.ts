import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter, type Event } from '../../core/base/emitter';
import { extensionId } from '../../manifest';
import type { StartState, Suggestion } from '../../protocol/start';
import type { Feature } from '../feature';
import { readDevOverrides } from '../platform/environment';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { readmeOf } from './readme';

export interface Start extends Feature<never, 'startWith'> {
  readonly onDidChange: Event<void>;
  /** What an empty chat offers. */
  state(): Omit<StartState, 'recent'>;
  /** Looks at the folder for what can be offered. */
  read(): Promise<void>;
}

/** The page of an empty chat: what it offers to begin with. */
export function startFeature({
  context,
  currentFile,
  onError,
}: Pick<Services, 'context' | 'currentFile' | 'onError'>): Start {
  const own = new DisposableStore();
  const changed = own.add(new Emitter<void>());
  const { starters } = readDevOverrides(context.extensionMode);
  const questions = starters.length > 0 ? { questions: starters } : {};
  let readme: vscode.Uri | undefined;

  const codeOf = (document: vscode.TextDocument) => {
    const end = document.lineAt(document.lineCount - 1).range.end;
    return [document.uri, new vscode.Range(new vscode.Position(0, 0), end)] as const;
  };
  const aboutFile = async (command: 'explain' | 'review' | 'writeTests') => {
    const document = currentFile.document;
    if (document) await vscode.commands.executeCommand(`geminiInteractions.${command}`, ...codeOf(document));
  };
  const run = async (suggestion: Suggestion): Promise<void> => {
    switch (suggestion) {
      case 'explainFile':
        return aboutFile('explain');
      case 'findBugs':
        return aboutFile('review');
      case 'writeTests':
        return aboutFile('writeTests');
      case 'explainReadme': {
        const document = readme && (await vscode.workspace.openTextDocument(readme));
        if (document) await vscode.commands.executeCommand('geminiInteractions.explain', ...codeOf(document));
        return;
      }
      case 'whatCanIAsk':
        return showWhatItCan();
      case 'startResearch':
        await runCommand('geminiInteractions.startResearch');
    }
  };

  return {
    commands: {},
    requests: { startWith: ({ suggestion }) => run(suggestion) },
    onDidChange: changed.event,
    state: () => {
      const document = currentFile.document;
      if (!document) {
        return {
          ...questions,
          suggestions: [...(readme ? (['explainReadme'] as const) : []), 'whatCanIAsk', 'startResearch'],
        };
      }
      const file = document.uri.path.split('/').at(-1) ?? '';
      // Tests are written to a file, which a folder that is not trusted does not allow.
      return {
        ...questions,
        suggestions: ['explainFile', 'findBugs', ...(vscode.workspace.isTrusted ? (['writeTests'] as const) : [])],
        file,
      };
    },
    read: async () => {
      const found = await readmeOf(vscode.workspace.workspaceFolders?.[0]).catch((error: unknown) => {
        onError(error);
        return undefined;
      });
      if (found?.toString() === readme?.toString()) return;
      readme = found;
      changed.fire();
    },
    dispose: () => own.dispose(),
  };
}

/** The page of the extension. VS Code has none of an extension that it does not keep, as in development. */
async function showWhatItCan(): Promise<void> {
  try {
    await vscode.commands.executeCommand('extension.open', extensionId);
  } catch {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false);
  }
}
