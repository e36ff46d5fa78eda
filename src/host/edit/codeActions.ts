import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { unreachable } from '../../core/base/json';
import { lazy } from '../../core/base/lazy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { CodeBlock } from '../../markdown/codeBlocks';
import { joinedFrom } from '../../parts/answerPart';
import type { CodeAction } from '../../protocol/code';
import type { ToHost } from '../../protocol/messages';
import { LastEditor } from '../base/lastEditor';
import { DiagramPreview } from '../diagrams/diagramPreview';
import { readNamedPath } from '../paths/namedPath';
import type { Links } from '../paths/workspaceLinks';
import { ApplyCode } from './applyCode';
import { insertAtCursor } from './insertAtCursor';
import { NewFile } from './newFile';
import type { Reviews } from './reviews';
import { RunInTerminal } from './runInTerminal';

type CodeRequest = Extract<ToHost, { type: 'actOnCode' }>;

/** What the buttons of a block of code do. The panel says which block; its text is taken from the answer itself. */
export class CodeActions {
  private readonly own = new DisposableStore();
  private readonly lastEditor = this.own.add(new LastEditor());
  private readonly terminal = this.own.add(new RunInTerminal());
  private readonly preview = this.own.add(new DiagramPreview());
  private readonly newFile = new NewFile((uri, code) => this.apply.propose(uri, code));
  private readonly documents = lazy(async () => {
    const { JsonDocuments } = await import('../schema/jsonDocuments');
    return this.own.add(new JsonDocuments());
  });
  private readonly apply: ApplyCode;

  constructor(reviews: Reviews, links: Links) {
    const { lastEditor, newFile } = this;
    this.apply = new ApplyCode({ reviews, links, lastEditor, newFile });
  }

  async run(session: ChatSession, { turnId, part, block, action }: CodeRequest): Promise<void> {
    const turn = session.turns().find(({ id }) => id === turnId);
    const answer = turn && joinedFrom(turn.parts, part);
    if (answer?.kind !== 'text') return;
    const { codeBlocksOf } = await import('../../markdown/codeBlocks');
    const code = codeBlocksOf(answer.text)[block];
    if (!code || !(isHarmless(action) || mayWrite())) return;
    if (action === 'openJson') {
      const { schema } = session.extras;
      // An answer to another schema, or to none, is not measured by the one of today.
      const isIts = schema !== undefined && schema.name === turn?.schema;
      return (await this.documents()).open(withoutLastBreak(code.text), isIts ? schema : undefined);
    }
    // A name that leads out of the workspace, or hides something, is as good as none.
    await this.act(action, { ...code, fileName: readNamedPath(code.fileName)?.path ?? '' });
  }

  dispose(): void {
    this.own.dispose();
  }

  private async act(action: Exclude<CodeAction, 'openJson'>, code: CodeBlock): Promise<void> {
    switch (action) {
      case 'copyCode':
        return vscode.env.clipboard.writeText(withoutLastBreak(code.text));
      case 'insertAtCursor':
        return this.insert(withoutLastBreak(code.text));
      case 'applyCode':
        return this.apply.run(code);
      case 'newFile':
        return this.newFile.run(code);
      case 'runInTerminal':
        return this.terminal.run(code);
      case 'openDiagram':
        return this.preview.open(code);
      default:
        return unreachable(action);
    }
  }

  private async insert(text: string): Promise<void> {
    const editor = await this.lastEditor.show();
    if (!editor) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a file and place the cursor where the code should go.'),
      );
    } else if (!(await insertAtCursor(editor, text))) {
      const name = vscode.workspace.asRelativePath(editor.document.uri);
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} can’t be changed here, so the code wasn’t inserted. Click in another file, then try again.',
          name,
        ),
      );
    }
  }
}

/** These do what a person could do by hand with the text they see. */
function isHarmless(action: CodeAction): boolean {
  return action === 'copyCode' || action === 'insertAtCursor' || action === 'openDiagram' || action === 'openJson';
}

function mayWrite(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Trust');
  const message = vscode.l10n.t(
    'Restricted Mode: code from answers is not applied, saved or run here. Trust the folder, or copy the code.',
  );
  void vscode.window.showInformationMessage(message, manage).then((choice) => {
    if (choice === manage) void vscode.commands.executeCommand('workbench.trust.manage');
  });
  return false;
}

/** The line break before the closing fence is not part of the code. */
function withoutLastBreak(text: string): string {
  return text.replace(/\n$/, '');
}
