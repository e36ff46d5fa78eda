import * as vscode from 'vscode';

/** The document that a proposal is for, for as long as its review lasts. */
export class ReviewTarget {
  constructor(private current: vscode.Uri) {}

  get uri(): vscode.Uri {
    return this.current;
  }

  /** As the user knows it. */
  get name(): string {
    return vscode.workspace.asRelativePath(this.current.with({ fragment: '' }));
  }

  /** A cell of a notebook is shown with its notebook alone, and would open as a file. */
  get isCell(): boolean {
    return this.current.scheme === 'vscode-notebook-cell';
  }

  has(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.current.toString();
  }

  /** Opens the document behind the scenes. Undefined: it was deleted, or closed without ever having been a file. */
  async open(): Promise<vscode.TextDocument | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => this.has(document) && !document.isClosed);
    if (this.isCell || this.current.scheme === 'untitled') return open;
    try {
      // VS Code goes on showing a deleted file, and would write it anew.
      await vscode.workspace.fs.stat(this.current);
      return open ?? (await vscode.workspace.openTextDocument(this.current));
    } catch {
      return undefined;
    }
  }

  /** VS Code takes an edit of a document whose file is read-only, and then cannot save it. */
  async mayBeWritten(): Promise<boolean> {
    const { scheme } = this.current;
    if (this.isCell || scheme === 'untitled') return true;
    if (vscode.workspace.fs.isWritableFileSystem(scheme) === false) return false;
    const { permissions = 0 } = await vscode.workspace.fs.stat(this.current);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  }

  /** Follows the document, or a folder around it, to its new name. True if it has one. */
  renamed({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): boolean {
    const { scheme, authority, path } = this.current;
    if (scheme !== oldUri.scheme || authority !== oldUri.authority) return false;
    if (path !== oldUri.path && !path.startsWith(`${oldUri.path}/`)) return false;
    this.current = newUri.with({ path: newUri.path + path.slice(oldUri.path.length) });
    return true;
  }
}
