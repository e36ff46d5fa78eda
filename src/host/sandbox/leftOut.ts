import * as vscode from 'vscode';
import { type FileRefusal, mostFiles, type ReturnedFiles } from '../../core/editing/apply/returnedFiles';

type LeftOut = Pick<ReturnedFiles<unknown>, 'refused' | 'hasMore'>;

/** How many files that are left out are named in the notice. All are in the list. */
const mostNamed = 5;

/** What is left out of a review, the reasons first that are about files of the user. Undefined: nothing is. */
export function leftOutNotice({ refused, hasMore }: LeftOut): string | undefined {
  const sorted = refused.toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
  const words = sorted.slice(0, mostNamed).map(({ path, why }) => `${visible(path)} (${reasonWords(why)})`);
  if (refused.length > mostNamed) words.push(vscode.l10n.t('and {0} more', refused.length - mostNamed));
  if (hasMore) words.push(moreWords());
  return words.length === 0 ? undefined : vscode.l10n.t('Left out of the sandbox’s files: {0}.', words.join(', '));
}

/** All that is left out as a text: under each reason what to do, and the files. */
export function leftOutList({ refused, hasMore }: LeftOut): string {
  const parts = order.flatMap((reason) => {
    const paths = refused.filter(({ why }) => why === reason).map(({ path }) => `- ${visible(path)}`);
    return paths.length === 0 ? [] : [`${reasonWords(reason)}\n${wayOn(reason)}\n${paths.join('\n')}`];
  });
  if (hasMore) {
    parts.push(`${moreWords()}\n${vscode.l10n.t('Ask the agent to delete what is not needed, and review again.')}`);
  }
  return `${[vscode.l10n.t('Left out of the sandbox’s files. Nothing here was changed for them.'), ...parts].join('\n\n')}\n`;
}

const order: readonly FileRefusal[] = [
  ...(['edited', 'deleted', 'other', 'removed', 'gone', 'unread', 'unreadHere', 'outside'] as const),
  ...(['tooLarge', 'binary', 'repository', 'notFile', 'protected', 'unsafe'] as const),
];

function moreWords(): string {
  return vscode.l10n.t('files beyond the first {0}', mostFiles);
}

function reasonWords(why: FileRefusal): string {
  switch (why) {
    case 'unsafe':
      return vscode.l10n.t('a path that could lead elsewhere');
    case 'protected':
      return vscode.l10n.t('not for an agent to change');
    case 'notFile':
      return vscode.l10n.t('a link or device, no plain file');
    case 'tooLarge':
      return vscode.l10n.t('more than 1 MB');
    case 'binary':
      return vscode.l10n.t('no text');
    case 'gone':
      return vscode.l10n.t('no longer in the sandbox');
    case 'removed':
      return vscode.l10n.t('deleted in the sandbox, and still here');
    case 'unread':
      return vscode.l10n.t('cannot be read in the sandbox');
    case 'unreadHere':
      return vscode.l10n.t('cannot be read here as text');
    case 'outside':
      return vscode.l10n.t('not in this workspace');
    case 'repository':
      return vscode.l10n.t('a Git repository, which stays in the sandbox');
    case 'edited':
      return vscode.l10n.t('the same lines were changed here since it was sent');
    case 'deleted':
      return vscode.l10n.t('deleted here since it was sent');
    case 'other':
      return vscode.l10n.t('a file here that was not sent has its name');
  }
}

function wayOn(why: FileRefusal): string {
  switch (why) {
    case 'unsafe':
    case 'other':
      return vscode.l10n.t('Ask the agent to give it another name, and review again.');
    case 'protected':
    case 'notFile':
      return vscode.l10n.t('If you want it, ask the agent what is in it, and make it yourself.');
    case 'tooLarge':
      return vscode.l10n.t('Ask the agent to make smaller files of it, or to tell what it changed.');
    case 'binary':
      return vscode.l10n.t('Ask the agent how it made it, and make it here.');
    case 'gone':
    case 'unread':
      return vscode.l10n.t('Review again. If it stays so, ask the agent to write the file again.');
    case 'removed':
      return vscode.l10n.t('Delete it yourself if nothing needs it any more.');
    case 'unreadHere':
      return vscode.l10n.t('See whether the file opens in an editor, and review again.');
    case 'outside':
      return vscode.l10n.t('Open the folder that the file is in, with no link on the way there, and review again.');
    case 'repository':
      return vscode.l10n.t('Ask the agent to tell what it changed there.');
    case 'edited':
    case 'deleted':
      return vscode.l10n.t('Run the task again with the file as it is now, or undo your change and review again.');
  }
}

/** A line break or a hidden character in a path could write words of its own. */
function visible(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').slice(0, 100);
}
