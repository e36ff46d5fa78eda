import * as vscode from 'vscode';

interface Choice extends vscode.QuickPickItem {
  /** The page to attach. Absent: a file. */
  readonly address?: string;
  readonly isAtGoogle?: boolean;
}

/** Asks for files, here or at Google, or for the address of a page. No files: the user wants nothing. */
export async function askWhatToAttach(): Promise<readonly vscode.Uri[] | string | 'atGoogle'> {
  const pick = vscode.window.createQuickPick<Choice>();
  const file: Choice = {
    label: vscode.l10n.t('Files…'),
    description: vscode.l10n.t('pictures, PDFs, recordings, videos, Office documents, text'),
    iconPath: new vscode.ThemeIcon('file-media'),
    alwaysShow: true,
  };
  const atGoogle: Choice = {
    label: vscode.l10n.t('Files at Google…'),
    description: vscode.l10n.t('uploaded before'),
    iconPath: new vscode.ThemeIcon('cloud'),
    isAtGoogle: true,
  };
  pick.title = vscode.l10n.t('Attach');
  pick.placeholder = vscode.l10n.t('Choose files, or paste the address of a web page or a YouTube video');
  pick.items = [file, atGoogle];
  pick.onDidChangeValue((value) => {
    const address = readAddress(value);
    pick.items = address === undefined ? [file, atGoogle] : [addressItem(address), file];
  });
  pick.show();
  const chosen = await new Promise<Choice | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.dispose();
  if (!chosen) return [];
  if (chosen.isAtGoogle) return 'atGoogle';
  return chosen.address ?? (await askForFiles());
}

function addressItem(address: string): Choice {
  return {
    label: address,
    description: vscode.l10n.t('web page'),
    iconPath: new vscode.ThemeIcon('globe'),
    alwaysShow: true,
    address,
  };
}

async function askForFiles(): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Attach Files'),
    openLabel: vscode.l10n.t('Attach'),
    canSelectMany: true,
  });
  return chosen ?? [];
}

/** The address of a page of the web, and nothing but it. Undefined: it is none. */
export function readAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  // A name and a password in an address are for the reader of the page alone.
  return url.username === '' && url.password === '' ? url.href : undefined;
}
