import * as vscode from 'vscode';
import type { HarWords } from '../../core/inspection/har';
import type { InspectionWords } from '../../core/inspection/writeInspection';

/** What documents about turns say besides what the service says. */
export function inspectionWords(): InspectionWords & HarWords {
  return {
    elided: (length) => vscode.l10n.t('({0} characters)', length),
    secret: '…',
    asSent: vscode.l10n.t('These requests were sent as they stand here.'),
    asSentButTokens: vscode.l10n.t(
      'These requests were sent as they stand here, with the tokens of MCP servers that you have set, which stand nowhere.',
    ),
    madeAgain: vscode.l10n.t(
      'This request was made again from the chat and today’s settings. What was sent is known only in the window that asked, until it closes.',
    ),
    ofAgent: vscode.l10n.t('An agent answered. Its request is not kept in the chat.'),
    noEvents: vscode.l10n.t('Events and their times are kept only in the window that asked, until it closes.'),
    lostEvents: (count) => vscode.l10n.t('{0} more events came than are kept.', count),
    responseNote: vscode.l10n.t('Written from the events that were read, without the headers of the response.'),
  };
}
