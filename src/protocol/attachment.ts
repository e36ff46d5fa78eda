import { flag, optional, record, text } from './shape';

/** Code or a file that goes along with a prompt. The panel shows it as a chip and names it back by id. */
export interface AttachmentView {
  readonly id: string;
  /** For people: `src/a.ts:3-9`. */
  readonly label: string;
  /** It is more than a model reads at a time with ease. */
  readonly isLarge?: boolean;
}

export const attachmentView = record<AttachmentView>({ id: text, label: text, isLarge: optional(flag) });
