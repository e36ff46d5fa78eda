import type { Attachment } from '../../core/conversation/turn';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';

/** What may be sent of code that is attached, without what the user wants left out. Undefined: nothing. */
export async function passAttachments(
  gate: OutgoingGate,
  attachments: readonly Attachment[],
): Promise<readonly Attachment[] | undefined> {
  const code = attachments.filter((one) => one.kind === 'code' || one.kind === 'file');
  const passed = await gate.review(
    code.map((one) => ({
      name: one.path,
      text: one.text,
      files: [one.uri],
      firstLine: one.kind === 'code' ? one.startLine : 1,
    })),
  );
  const left = code.flatMap((one, at): readonly Attachment[] => {
    const text = passed?.[at];
    return text === undefined ? [] : [{ ...one, text }];
  });
  return left.length > 0 ? left : undefined;
}
