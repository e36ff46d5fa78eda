import * as vscode from 'vscode';
import { panelDocument } from './panelDocument';

/** The panel's page for one webview of VS Code. */
export function panelHtml(webview: vscode.Webview, panelUri: vscode.Uri, hasKey: boolean): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(panelUri, file)).toString();
  const place = {
    language: vscode.env.language,
    cspSource: webview.cspSource,
    scriptAddress: address('panel.js'),
    styleAddress: address('panelStyle.css'),
    // Asked for together with the page, so that the icons come with the texts.
    fontAddress: address('codicon.ttf'),
  };
  return panelDocument(place, vscode.l10n.bundle, hasKey);
}
