import type { TicketForm } from './subjectParts';

/** In capitals: `fix-12` and `release-2026` are no tickets. */
const anyKey = /(?:^|[/_.-])([A-Z][A-Z0-9]{1,9}-\d{1,6})(?![A-Za-z0-9])/;
const number = /(?:^|\/)(\d{1,6})(?=[-_][a-z])|(?:^|[/_-])(?:issues?[-_/]?|gh[-_]|#)(\d{1,6})(?![\w.])/i;
const release = /^(?:release|version|v\d)/i;

/** The ticket that a branch is named after, written as the history writes tickets. Undefined: the name has none. */
export function ticketOf(branch: string, form: TicketForm): string | undefined {
  if (form.kind === 'key') {
    const found = keyOfProject(branch, form.written) ?? anyKey.exec(branch)?.[1];
    return found && form.written.replace(/[A-Z][A-Z0-9]+-\d+/, found);
  }
  const found = release.test(branch) ? undefined : number.exec(branch)?.slice(1).find(Boolean);
  return found && form.written.replace(/\d+/, found);
}

/** A key that the history knows counts in small letters, too. */
function keyOfProject(branch: string, written: string): string | undefined {
  const project = /[A-Z][A-Z0-9]+(?=-\d)/.exec(written)?.[0];
  if (project === undefined) return undefined;
  return new RegExp(`(?:^|[/_.-])(${project}-\\d{1,6})(?![A-Za-z0-9])`, 'i').exec(branch)?.[1]?.toUpperCase();
}
