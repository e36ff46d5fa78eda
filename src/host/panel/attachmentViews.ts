import * as vscode from 'vscode';
import { isLargeText } from '../../core/chat/largeText';
import type { ComingAttachment } from '../../core/chat/pendingAttachments';
import { attachmentLabel } from '../../core/conversation/input';
import type { Attachment, MediaAttachment } from '../../core/conversation/turn';
import type { AttachmentView } from '../../protocol/attachment';
import { sizeWords } from '../base/sizeWords';

/** A token is about this many characters of ordinary text. */
const charsPerToken = 4;

/** What goes along with a question, as a chip shows it. */
export function toAttachmentView(attachment: Attachment): AttachmentView {
  const named = { id: attachment.id, label: attachmentLabel(attachment) };
  switch (attachment.kind) {
    case 'code':
    case 'file': {
      const { length } = attachment.text;
      const details = tokensWords(Math.ceil(length / charsPerToken));
      return { ...named, details, ...(isLargeText(length) && { isLarge: true }) };
    }
    case 'media': {
      const { media, thumbnail } = attachment;
      return {
        ...named,
        sort: media,
        details: mediaDetails(attachment),
        ...(thumbnail !== undefined && { thumbnail }),
      };
    }
    case 'upload': {
      const { media, thumbnail, size } = attachment;
      return { ...named, sort: media, details: sizeWords(size), ...(thumbnail !== undefined && { thumbnail }) };
    }
    case 'url':
      return { ...named, sort: 'page' };
  }
}

/** What is being uploaded. Its picture cannot be fetched yet. */
export function toComingView({ id, name, media, percent }: ComingAttachment): AttachmentView {
  const details = percent < 100 ? vscode.l10n.t('uploading: {0} %', percent) : vscode.l10n.t('Google is reading it');
  return { id, label: name, sort: media === 'image' ? 'document' : media, details, percent };
}

function mediaDetails({ data, tokens }: MediaAttachment): string {
  const size = sizeWords((data.length * 3) / 4);
  return tokens === undefined ? size : `${size}, ${tokensWords(tokens)}`;
}

function tokensWords(tokens: number): string {
  return vscode.l10n.t('about {0} tokens', tokens.toLocaleString(vscode.env.language));
}
