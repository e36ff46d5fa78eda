import * as vscode from 'vscode';
import type { ChatSchema } from '../../core/conversation/chatSchema';
import { makeCheck } from '../../core/extraction/checkJson';
import { formatJson, parsedJson, problemsIn } from '../../core/extraction/placeProblems';
import { MarkedDocuments } from './extractedDocument';

/** JSON of answers in documents of its own. */
export class JsonDocuments {
  private readonly marked = new MarkedDocuments('geminiAnswer');

  /** `schema`: what does not fit it is marked. Undefined: nothing is. */
  async open(written: string, schema: ChatSchema | undefined): Promise<void> {
    const text = parsedJson(written) === undefined ? written : formatJson(written);
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });
    await vscode.window.showTextDocument(document, { preview: false });
    if (!schema) return;
    const check = makeCheck(schema.whole);
    this.marked.follow(document, check);
    const count = problemsIn(text, check).length;
    if (count === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The JSON fits the schema.'));
      return;
    }
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The JSON does not fit the schema. What is wrong is marked ({0}).', count),
    );
  }

  dispose(): void {
    this.marked.dispose();
  }
}
