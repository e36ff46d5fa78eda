import * as vscode from 'vscode';
import { type PanelWords, wordsAttribute } from '../../protocol';

/** The panel's page. Nothing in it comes from a model or a workspace: those arrive as messages. */
export function panelHtml(webview: vscode.Webview, panelUri: vscode.Uri, words: PanelWords): string {
  const nonce = newNonce();
  const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(panelUri, file)).toString();
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(contentSecurityPolicy(webview.cspSource, nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeAttribute(uri('panelStyle.css'))}">
</head>
<body ${wordsAttribute}="${escapeAttribute(JSON.stringify(words))}">
<main id="app"></main>
<script nonce="${nonce}" src="${escapeAttribute(uri('panel.js'))}"></script>
</body>
</html>`;
}

/** Only our own files are loaded, and nothing from elsewhere: the page shows what a model wrote. */
export function contentSecurityPolicy(cspSource: string, nonce: string): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "connect-src 'none'",
    "worker-src 'none'",
    "media-src 'none'",
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** 128 random bits, new for each page. */
function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
