import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { chooseSchema } from '../schema/chooseSchema';
import { outgoingSchema, passedSchema } from '../schema/passedSchema';
import { leftOutWords } from '../schema/schemaWords';

/** Lets the user choose the schema that the answers of a chat fit, or take it away. */
export async function askChatSchema(gate: Pick<OutgoingGate, 'review'>, session: ChatSession): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Trust this folder first to use a schema of its files.'));
    return;
  }
  const found = await chooseSchema({
    title: vscode.l10n.t('Schema for This Chat'),
    take: vscode.l10n.t('Use This Schema'),
  });
  if (!found) return;
  const passed = await gate.review([outgoingSchema(found)]);
  if (!passed) return;
  const sent = passedSchema(found, passed[0] ?? '');
  if (!sent) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The chat has no schema: without what was left out this one can’t be used.'),
    );
    return;
  }
  const { name, whole, leftOut } = found;
  session.setExtras({ schema: { name, sent, whole } });
  if (leftOut.length > 0) void vscode.window.showInformationMessage(leftOutWords(leftOut));
}
