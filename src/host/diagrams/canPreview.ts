import * as vscode from 'vscode';

/** VS Code's own extension that draws diagrams of every kind in its Markdown preview. Not every version has it. */
const drawingExtension = 'vscode.mermaid-markdown-features';

/** Whether the Markdown preview draws diagrams. */
export function canPreviewDiagrams(): boolean {
  return vscode.extensions.getExtension(drawingExtension) !== undefined;
}
