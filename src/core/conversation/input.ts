import type { InputContent } from '../interactions/port';
import type { Attachment, Turn } from './turn';

/** A turn's prompt and attachments as the model reads them. What is attached may go without words. */
export function inputOf({ prompt, attachments }: Pick<Turn, 'prompt' | 'attachments'>): readonly InputContent[] {
  const attached = attachments.map(attachedContent);
  return prompt.trim() === '' && attached.length > 0 ? attached : [...attached, { type: 'text', text: prompt }];
}

/** One attachment as the model reads it. */
export function attachedContent(attachment: Attachment): InputContent {
  switch (attachment.kind) {
    case 'code': {
      const { path, startLine, endLine, text, languageId } = attachment;
      return { type: 'text', text: `${path}, lines ${startLine}-${endLine}:\n${fenced(text, languageId)}` };
    }
    case 'file':
      return { type: 'text', text: `${attachment.path}:\n${fenced(attachment.text, attachment.languageId)}` };
    case 'media':
      return { type: attachment.media, mimeType: attachment.mimeType, data: attachment.data };
    case 'upload':
      return { type: attachment.media, mimeType: attachment.mimeType, uri: attachment.remote.uri };
    case 'url':
      // The service watches videos of YouTube by their address, and reads pages with a tool.
      return isYouTube(attachment.url)
        ? { type: 'video', uri: attachment.url }
        : { type: 'text', text: `Web page: ${attachment.url}` };
  }
}

/** Whether a web page goes along that the model has to read by itself. */
export function hasWebPage({ attachments }: Pick<Turn, 'attachments'>): boolean {
  return attachments.some((one) => one.kind === 'url' && !isYouTube(one.url));
}

/** Whether this is the address of one video there. */
export function isYouTube(url: string): boolean {
  return /^https:\/\/((www|m)\.)?(youtube\.com\/(watch\?(.*&)?v=|shorts\/|live\/)|youtu\.be\/)[\w-]{6,}/i.test(url);
}

/** Names an attachment for people: `src/a.ts:3-9`. */
export function attachmentLabel(attachment: Attachment): string {
  switch (attachment.kind) {
    case 'code': {
      const { path, startLine, endLine } = attachment;
      return startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`;
    }
    case 'file':
      return attachment.path;
    case 'media':
    case 'upload':
      return attachment.name;
    case 'url':
      return attachment.url;
  }
}

/** Puts text into a code fence that is longer than any fence inside it. */
export function fenced(text: string, languageId: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${languageId}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
