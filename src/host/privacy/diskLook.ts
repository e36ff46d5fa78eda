import * as vscode from 'vscode';
import type { Disk } from '../../core/privacy/ignoreFilesAround';

/** Looks at disks of any kind through VS Code, and at each file once. */
export class DiskLook {
  private readonly stats = new Map<string, Promise<boolean>>();
  private readonly texts = new Map<string, Promise<string | undefined>>();

  /** The disk that an address is on. */
  at(base: vscode.Uri): Disk {
    const uriOf = (path: string) => base.with({ path, query: '', fragment: '' });
    return {
      isThere: (path) => once(this.stats, uriOf(path), isThere),
      text: (path) => once(this.texts, uriOf(path), readText),
    };
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function once<T>(known: Map<string, Promise<T>>, uri: vscode.Uri, look: (uri: vscode.Uri) => Promise<T>): Promise<T> {
  const key = uri.toString();
  const result = known.get(key) ?? look(uri);
  known.set(key, result);
  return result;
}
