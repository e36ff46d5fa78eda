import type { Attachment } from '../../core/conversation/turn';
import type { OutgoingGate, OutgoingText } from '../../core/privacy/outgoingGate';

/** Stands in for the address of what has a name and lies in no file that is known, such as one that was dropped. */
export const droppedScheme = 'gemini-interactions-dropped';

/** What may be sent of what is attached, without what the user wants left out. Undefined: nothing. */
export async function passAttachments(
  gate: OutgoingGate,
  attachments: readonly Attachment[],
): Promise<readonly Attachment[] | undefined> {
  const passed = await gate.review(attachments.map(outgoing));
  const left = attachments.flatMap((one, at) => {
    const text = passed?.[at];
    return (text !== undefined && withText(one, text)) || [];
  });
  return left.length > 0 ? left : undefined;
}

/** Undefined: nothing is left. */
function withText(attachment: Attachment, text: string): Attachment | undefined {
  switch (attachment.kind) {
    case 'code':
    case 'file':
      return { ...attachment, text };
    case 'media':
    case 'upload':
      return { ...attachment, name: text };
    case 'url':
      // Without the secret in it the address leads elsewhere.
      return text === attachment.url ? attachment : undefined;
  }
}

/** Of a picture or a page only its name is looked at, and the file that it comes from. */
function outgoing(attachment: Attachment): OutgoingText {
  switch (attachment.kind) {
    case 'code':
    case 'file': {
      const { path, text, uri } = attachment;
      return { name: path, text, files: [uri], firstLine: attachment.kind === 'code' ? attachment.startLine : 1 };
    }
    case 'media':
    case 'upload': {
      const { name, uri } = attachment;
      return { name, text: name, ...(uri !== undefined && { files: [uri] }) };
    }
    case 'url':
      return { name: attachment.url, text: attachment.url };
  }
}
