import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { isRefusal, type RepositoryRefusal, readRepositoryUrl } from '../../core/chat/sandboxRepository';

/** What is to be done in a sandbox, and with which Git repository besides the files. */
export interface AskedTask {
  readonly prompt: string;
  readonly repository: string | undefined;
}

/** Asks for the task. A button adds a repository, or takes it out again. Undefined: the user has changed their mind. */
export async function askTask(proposal: string): Promise<AskedTask | undefined> {
  let repository: string | undefined;
  let value = proposal;
  for (;;) {
    const typed = await askPrompt(value, repository);
    if (typed === undefined) return undefined;
    value = typed.value;
    if (typed.kind === 'done') return { prompt: value.trim(), repository };
    repository = repository === undefined ? await askRepository() : undefined;
  }
}

interface Typed {
  readonly kind: 'done' | 'repository';
  readonly value: string;
}

async function askPrompt(value: string, repository: string | undefined): Promise<Typed | undefined> {
  const own = new DisposableStore();
  const box = own.add(vscode.window.createInputBox());
  const button =
    repository === undefined
      ? { iconPath: new vscode.ThemeIcon('repo'), tooltip: vscode.l10n.t('Add a Git Repository…') }
      : { iconPath: new vscode.ThemeIcon('close'), tooltip: vscode.l10n.t('Leave Out the Git Repository') };
  box.title = vscode.l10n.t('Run It at Google');
  box.prompt =
    repository === undefined
      ? vscode.l10n.t('What should Antigravity do with it in its sandbox?')
      : vscode.l10n.t('What should Antigravity do with it and {0} in its sandbox?', repository);
  box.value = value;
  box.ignoreFocusOut = true;
  box.buttons = [button];
  const check = () => {
    const isEmpty = box.value.trim() === '';
    box.validationMessage = isEmpty ? vscode.l10n.t('Say what should be done.') : undefined;
    return !isEmpty;
  };
  own.add(box.onDidChangeValue(check));
  try {
    return await new Promise<Typed | undefined>((resolve) => {
      own.add(box.onDidAccept(() => check() && resolve({ kind: 'done', value: box.value })));
      own.add(box.onDidTriggerButton(() => resolve({ kind: 'repository', value: box.value })));
      own.add(box.onDidHide(() => resolve(undefined)));
      box.show();
    });
  } finally {
    own.dispose();
  }
}

/** An address of the form that is taken. */
const example = 'https://github.com/owner/name';

/** Undefined: none. */
async function askRepository(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add a Git Repository to the Sandbox'),
    prompt: vscode.l10n.t('Google fetches it by itself, so it has to be public. Only its address is sent.'),
    placeHolder: example,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const read = text.trim() === '' ? undefined : readRepositoryUrl(text);
      return read !== undefined && isRefusal(read) ? refusalWords(read) : undefined;
    },
  });
  const read = readRepositoryUrl(typed ?? '');
  return isRefusal(read) ? undefined : read;
}

function refusalWords(refusal: RepositoryRefusal): string {
  switch (refusal) {
    case 'notHttps':
      return vscode.l10n.t('The address begins with https://.');
    case 'credentials':
      return vscode.l10n.t('The address holds a name, a password or a token, which Google would get. Leave them out.');
    case 'form':
      return vscode.l10n.t('This is no address of a public Git repository, such as {0}.', example);
  }
}
