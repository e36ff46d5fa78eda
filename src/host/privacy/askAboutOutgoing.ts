import * as vscode from 'vscode';
import type { GateAnswer, GateQuestion } from '../../core/privacy/privacyGate';
import type { Suspect, Suspicion } from '../../core/privacy/suspicions';

/** How many texts are listed in the question, and how many lines of each. */
const mostListed = 10;
const mostLines = 5;
/** A token is about this many characters of ordinary text. */
const charsPerToken = 4;

/** Asks in a modal dialog, which names what was found and quotes nothing of it. */
export async function askAboutOutgoing({ suspects, size, canLeaveOut }: GateQuestion): Promise<GateAnswer> {
  const leaveOut = vscode.l10n.t('Leave These Out');
  const send = vscode.l10n.t('Send Anyway');
  const listed = suspects.slice(0, mostListed).map(suspectWords);
  const more = suspects.length - listed.length;
  if (more > 0) listed.push(vscode.l10n.t('and {0} more', more));
  if (size !== undefined) listed.push(sizeWords(size));
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send this to Google?'),
    { modal: true, detail: listed.join('\n') },
    ...(canLeaveOut ? [leaveOut, send] : [send]),
  );
  return choice === leaveOut ? 'leaveOut' : choice === send ? 'send' : undefined;
}

function suspectWords({ name, reasons }: Suspect): string {
  // A line break in the name of a file could write lines of its own into the question.
  return `${name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}')}: ${reasons.map(reasonWords).join(', ')}`;
}

function reasonWords(reason: Suspicion): string {
  switch (reason.kind) {
    case 'excluded':
      return vscode.l10n.t('excluded in the settings by {0}', reason.glob);
    case 'ignored':
      return vscode.l10n.t('ignored by {0}', reason.by);
    case 'secretFile':
      return vscode.l10n.t('a file that is usually kept secret');
    case 'outside':
      return vscode.l10n.t('a link to a file outside of the workspace');
    case 'privateKey':
      return withLines(vscode.l10n.t('a private key'), reason.lines);
    case 'token':
      return withLines(vscode.l10n.t('a token or key'), reason.lines);
    case 'password':
      return withLines(vscode.l10n.t('a password'), reason.lines);
  }
}

function withLines(words: string, lines: readonly number[]): string {
  if (lines.length === 0) return words;
  const listed = lines.slice(0, mostLines).join(', ') + (lines.length > mostLines ? ', …' : '');
  return lines.length === 1
    ? vscode.l10n.t('{0} (line {1})', words, listed)
    : vscode.l10n.t('{0} (lines {1})', words, listed);
}

function sizeWords(size: number): string {
  const tokens = Math.round(size / charsPerToken).toLocaleString(vscode.env.language);
  return vscode.l10n.t(
    'Very long: {0} characters (about {1} tokens), billed accordingly',
    size.toLocaleString(vscode.env.language),
    tokens,
  );
}
