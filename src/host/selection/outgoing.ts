import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';
import { type EditQuestion, editRequest } from '../../core/editing/ask/editRequest';
import type { OutgoingGate, OutgoingText } from '../../core/privacy/outgoingGate';
import { nameOf } from './askedCode';

/** From here on code is sent only after a yes: about 50,000 tokens. UTF-16 units. */
const largeCode = 200_000;
/** A token is about this many UTF-16 units of code. */
const unitsPerToken = 4;

/** What may be sent of attachments, with secrets left out unless the user said otherwise. Undefined: nothing. */
export async function passAttachments(
  gate: OutgoingGate,
  attachments: readonly Attachment[],
): Promise<readonly Attachment[] | undefined> {
  const texts = attachments.map((attachment) =>
    attachment.kind === 'code' || attachment.kind === 'file'
      ? { name: attachment.path, text: attachment.text }
      : { name: attachment.kind, text: '' },
  );
  if (!(await confirmLarge(texts))) return undefined;
  const passed = await gate.review(texts);
  const left = attachments.flatMap((attachment, at): readonly Attachment[] => {
    const text = passed?.[at];
    if (text === undefined) return [];
    return 'text' in attachment ? [{ ...attachment, text }] : [attachment];
  });
  return left.length > 0 ? left : undefined;
}

/** Whether a change of a document may be asked for. What is looked at is what will be sent, to the letter. */
export function mayBeProposed(
  gate: OutgoingGate,
  document: vscode.TextDocument,
  wish: Omit<EditQuestion, 'path' | 'languageId' | 'text'>,
): Promise<boolean> | boolean {
  const name = nameOf(document);
  const question = { ...wish, path: name, languageId: document.languageId, text: document.getText() };
  const asked = editRequest(question, { model: '' });
  // What is refused is not sent: the proposal says why.
  if (asked.kind === 'refused') return true;
  const texts = asked.request.input.flatMap((content) => (content.type === 'text' ? [content.text] : []));
  return mayLeaveWhole(gate, [{ name, text: texts.join('\n') }]);
}

/** Whether texts may be sent of which nothing can be missing: with a part left out, what comes back could not take the place of the code. */
async function mayLeaveWhole(gate: OutgoingGate, texts: readonly OutgoingText[]): Promise<boolean> {
  const passed = await gate.review(texts);
  if (passed === undefined) return false;
  if (texts.every(({ text }, at) => passed[at] === text)) return true;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('A change needs the code with its secrets, so nothing was sent.'),
  );
  return false;
}

async function confirmLarge(texts: readonly OutgoingText[]): Promise<boolean> {
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (size < largeCode) return true;
  const send = vscode.l10n.t('Send It All');
  const number = (value: number) => Math.round(value).toLocaleString(vscode.env.language);
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send code of this size?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It has {0} characters, which is about {1} tokens, and is billed as such.',
        number(size),
        number(size / unitsPerToken),
      ),
    },
    send,
  );
  return choice === send;
}
