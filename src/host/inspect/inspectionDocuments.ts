import * as vscode from 'vscode';
import { type Inspection, nameOf } from '../../core/inspection/inspection';
import { inspectionScheme } from '../../names';

interface Shown {
  readonly text: string;
  /** What it shows. Undefined: one side of a comparison. */
  readonly inspection: Inspection | undefined;
}

/** The most documents that are kept while they are not open. */
const mostKept = 20;

/**
 * Turns as read-only JSON documents. An editor has what one needs of JSON: folding, search, paths, selecting, comparing, a
 * screen reader's ways. VS Code does not bring them back after a reload.
 */
export class InspectionDocuments implements vscode.TextDocumentContentProvider {
  private readonly shown = new Map<string, Shown>();
  private readonly registered = vscode.workspace.registerTextDocumentContentProvider(inspectionScheme, this);
  private count = 0;

  /** What a document shows. Undefined: it is none of these. */
  of(uri: vscode.Uri): Inspection | undefined {
    return uri.scheme === inspectionScheme ? this.shown.get(uri.query)?.inspection : undefined;
  }

  async open(inspection: Inspection, text: string, column?: vscode.ViewColumn): Promise<void> {
    const uri = this.known(inspection, text) ?? this.add(nameOf(inspection), { text, inspection });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      preview: true,
      ...(column !== undefined && { viewColumn: column }),
    });
  }

  async compare(
    left: readonly [name: string, text: string],
    right: readonly [name: string, text: string],
  ): Promise<void> {
    const uris = [left, right].map(([name, text]) => this.add(name, { text, inspection: undefined }));
    await vscode.commands.executeCommand('vscode.diff', ...uris, `${left[0]} ↔ ${right[0]}`);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.shown.get(uri.query)?.text ?? '';
  }

  dispose(): void {
    this.registered.dispose();
  }

  /** A document is asked for its text only once, so a later state of the same turn is another document. */
  private add(name: string, shown: Shown): vscode.Uri {
    this.count += 1;
    const id = String(this.count);
    this.shown.set(id, shown);
    this.dropOldest();
    return addressOf(name, id);
  }

  /** One that was closed can be opened again by the user. */
  private dropOldest(): void {
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === inspectionScheme);
    const needed = new Set([...open.map(({ uri }) => uri.query), String(this.count), String(this.count - 1)]);
    for (const id of [...this.shown.keys()].slice(0, -mostKept)) {
      if (!needed.has(id)) this.shown.delete(id);
    }
  }

  private known({ turn }: Inspection, text: string): vscode.Uri | undefined {
    for (const [id, { inspection, text: other }] of this.shown) {
      if (inspection?.turn.id === turn.id && other === text) return addressOf(nameOf(inspection), id);
    }
    return undefined;
  }
}

function addressOf(name: string, id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: inspectionScheme, path: `/${name}.json`, query: id });
}
