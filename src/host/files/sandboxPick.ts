import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { FileListing } from '../../core/googleFiles/fileListing';
import { relativeTime } from '../../core/googleFiles/relativeTime';
import type { SandboxUse } from '../../core/googleFiles/sandboxUses';
import type { Sandbox } from '../../core/interactions/sandboxes';
import { plainLabel } from '../base/plainLabel';
import { sizeWords } from '../base/sizeWords';
import { actionLabel, failureSentence } from '../strings/failures';
import { helpFor, type ListHelp } from './listHelp';

export type SandboxAction = 'openChat' | 'copyId' | 'delete';

/** What the user chose. `ask`: a sandbox, and not yet what to do with it. */
export type SandboxChoice =
  | { readonly kind: 'back' }
  | { readonly kind: 'ask' | 'delete'; readonly sandbox: Sandbox }
  | { readonly kind: 'help'; readonly help: ListHelp };

interface SandboxItem extends vscode.QuickPickItem {
  readonly choice?: SandboxChoice;
}

type UsesOf = (sandbox: Sandbox) => readonly SandboxUse[];

/** Shows the sandboxes while they are read. Undefined: the user wants nothing more. */
export async function pickSandbox(
  listing: FileListing<Sandbox>,
  usesOf: UsesOf,
  now: () => number,
  onError: (error: unknown) => void,
): Promise<SandboxChoice | undefined> {
  const own = new DisposableStore();
  const pick = own.add(vscode.window.createQuickPick<SandboxItem>());
  const refresh = { iconPath: new vscode.ThemeIcon('refresh'), tooltip: vscode.l10n.t('Refresh') };
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete at Google…') };
  const draw = () => {
    pick.busy = listing.state.kind === 'running';
    pick.items = sandboxItems(listing, usesOf, now(), remove);
  };
  pick.title = vscode.l10n.t('Sandboxes of Agents');
  pick.placeholder = vscode.l10n.t('Find a sandbox by its chat or its id');
  pick.buttons = [vscode.QuickInputButtons.Back, refresh];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  own.add(listing.onDidChange(draw));
  draw();
  try {
    return await new Promise<SandboxChoice | undefined>((resolve) => {
      own.add(
        pick.onDidTriggerButton((button) => {
          if (button === refresh) void listing.refresh().catch(onError);
          else resolve({ kind: 'back' });
        }),
      );
      own.add(pick.onDidAccept(() => pick.activeItems[0]?.choice && resolve(pick.activeItems[0].choice)));
      own.add(
        pick.onDidTriggerItemButton(({ item: { choice } }) => {
          if (choice?.kind === 'ask') resolve({ ...choice, kind: 'delete' });
        }),
      );
      own.add(pick.onDidHide(() => resolve(undefined)));
      pick.show();
    });
  } finally {
    own.dispose();
  }
}

/** The chat that a sandbox is known by; else its id. */
export function nameOf({ name }: Sandbox, [use]: readonly SandboxUse[]): string {
  return use ? use.title || vscode.l10n.t('Chat without a title') : name;
}

/** Asks what to do with a sandbox. Undefined: nothing. */
export async function askAboutSandbox(
  sandbox: Sandbox,
  uses: readonly SandboxUse[],
): Promise<SandboxAction | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly action: SandboxAction })[] = [
    ...(uses.length > 0
      ? [{ action: 'openChat' as const, label: `$(comment-discussion) ${vscode.l10n.t('Open Its Chat')}` }]
      : []),
    { action: 'copyId', label: `$(copy) ${vscode.l10n.t('Copy Id')}`, detail: sandbox.name },
    { action: 'delete', label: `$(trash) ${vscode.l10n.t('Delete at Google…')}` },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: plainLabel(nameOf(sandbox, uses)),
    placeHolder: vscode.l10n.t('What should be done with it?'),
  });
  return chosen?.action;
}

/** Asks before a sandbox is deleted. */
export async function mayDeleteSandbox(sandbox: Sandbox, uses: readonly SandboxUse[]): Promise<boolean> {
  const yes = vscode.l10n.t('Delete at Google');
  // The first button is the one that Enter presses.
  const keep = vscode.l10n.t('Keep It');
  const lines = [
    vscode.l10n.t('The files in it can’t be brought back, and an agent that works in it now fails.'),
    ...(uses.length > 0
      ? [vscode.l10n.t('Its chat stays. If you still want what the agent changed, review it first.')]
      : [vscode.l10n.t('No chat here has used it. It may belong to another computer or program with the same key.')]),
  ];
  const question = vscode.l10n.t('Delete the sandbox of “{0}” at Google?', nameOf(sandbox, uses));
  const options = { modal: true, detail: lines.join('\n\n') };
  return (await vscode.window.showWarningMessage(question, options, keep, yes)) === yes;
}

function sandboxItems(
  listing: FileListing<Sandbox>,
  usesOf: UsesOf,
  now: number,
  remove: vscode.QuickInputButton,
): readonly SandboxItem[] {
  const sandboxes = listing.all.map((sandbox): SandboxItem => {
    const uses = usesOf(sandbox);
    return {
      label: `$(vm) ${plainLabel(nameOf(sandbox, uses))}`,
      description: plainLabel(factsOf(sandbox, now).join(' · ')),
      detail: plainLabel([...lifeOf(sandbox, now), ...useWords(uses), sandbox.name].join(' · ')),
      buttons: [remove],
      choice: { kind: 'ask', sandbox },
    };
  });
  return [...sandboxes, ...endOf(listing, sandboxes.length)];
}

/** Files and size. */
function factsOf({ fileCount, size, usedAt }: Sandbox, now: number): readonly string[] {
  return [
    ...(usedAt === undefined ? [] : [vscode.l10n.t('last used {0}', age(usedAt, now))]),
    ...(fileCount === undefined
      ? []
      : [fileCount === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', fileCount)]),
    ...(size === undefined ? [] : [sizeWords(size)]),
  ];
}

function lifeOf({ createdAt, isExpired }: Sandbox, now: number): readonly string[] {
  return [
    ...(createdAt === undefined ? [] : [vscode.l10n.t('made {0}', age(createdAt, now))]),
    ...(isExpired ? [vscode.l10n.t('expired: no agent can work in it')] : []),
  ];
}

function useWords({ length }: readonly SandboxUse[]): readonly string[] {
  if (length === 0) return [vscode.l10n.t('of no chat here')];
  return length > 1 ? [vscode.l10n.t('used in {0} chats', length)] : [];
}

function age(at: number, now: number): string {
  return relativeTime(Math.min(at, now), now, vscode.env.language);
}

/** What stands below the sandboxes, or in their place. */
function endOf({ state }: FileListing<Sandbox>, count: number): readonly SandboxItem[] {
  const words = (label: string, detail?: string): SandboxItem => ({
    label,
    alwaysShow: true,
    ...(detail && { detail }),
  });
  switch (state.kind) {
    case 'running':
      return count === 0 ? [words(vscode.l10n.t('Reading the list of sandboxes…'))] : [];
    case 'failed': {
      const help = helpFor(state.failure);
      const detail = vscode.l10n.t('Choose this line: {0}', actionLabel(help.action));
      return [{ ...words(`$(warning) ${failureSentence(state.failure)}`, detail), choice: { kind: 'help', help } }];
    }
    case 'done':
      if (count > 0) {
        return state.isWhole ? [] : [words(vscode.l10n.t('Only the first {0} sandboxes are listed.', count))];
      }
      return [words(vscode.l10n.t('There are no sandboxes at Google.'))];
  }
}
