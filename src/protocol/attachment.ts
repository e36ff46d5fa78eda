import { flag, index, oneOf, optional, record, text } from './shape';

/** What a chip has a sign for. Absent: text. */
type AttachmentSort = 'image' | 'audio' | 'video' | 'document' | 'page';

/** Code or a file that goes along with a prompt. The panel shows it as a chip and names it back by id. */
export interface AttachmentView {
  readonly id: string;
  /** For people: `src/a.ts:3-9`. */
  readonly label: string;
  readonly sort?: AttachmentSort;
  /** For people: its size, and about how many tokens it takes. */
  readonly details?: string;
  /** A small JPEG, in base64. */
  readonly thumbnail?: string;
  /** How much of it is uploaded, from 0 to 100. Absent: all, or it need not be. */
  readonly percent?: number;
  /** It is more than a model reads at a time with ease. */
  readonly isLarge?: boolean;
}

export const attachmentView = record<AttachmentView>({
  id: text,
  label: text,
  sort: optional(oneOf(['image', 'audio', 'video', 'document', 'page'])),
  details: optional(text),
  thumbnail: optional(text),
  percent: optional(index),
  isLarge: optional(flag),
});
