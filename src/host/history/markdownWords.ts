import * as vscode from 'vscode';
import type { ChatMarkdownWords } from '../../core/conversation/chatMarkdown';
import { attachmentLabel } from '../../core/conversation/input';
import type { Turn } from '../../core/conversation/turn';
import { toTurnEnd } from '../panel/turnViews';
import { sourceWords } from '../strings/sourceWords';

/** What stands between the turns of an exported chat, in the user's language. */
export function markdownWords(): ChatMarkdownWords {
  return {
    ...sourceWords,
    question: vscode.l10n.t('You'),
    answer: vscode.l10n.t('Gemini'),
    sources: vscode.l10n.t('Sources'),
    media: vscode.l10n.t('A picture or file that is only in the chat'),
    attachment: (attachment) => {
      if (attachment.kind !== 'code') return attachmentLabel(attachment);
      const { path, startLine, endLine } = attachment;
      if (startLine === endLine) return vscode.l10n.t('{0}, line {1}', path, startLine);
      return vscode.l10n.t('{0}, lines {1} to {2}', path, startLine, endLine);
    },
    note,
  };
}

function note(turn: Turn): string | undefined {
  // What could be done about a failure is of no use in a document: what happened is.
  if (turn.status === 'failed') return withNote(vscode.l10n.t('The answer failed or broke off here.'), turn);
  if (turn.status === 'stopped') return withNote(vscode.l10n.t('Stopped here.'), turn);
  if (turn.status === 'waiting' || turn.status === 'streaming')
    return vscode.l10n.t('Still being written when this was exported.');
  return toTurnEnd(turn, 0).note;
}

function withNote(words: string, turn: Turn): string {
  const { note: more } = toTurnEnd(turn, 0);
  return more === undefined ? words : `${words} ${more}`;
}
