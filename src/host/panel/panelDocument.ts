import type * as vscode from 'vscode';
import { keyAttribute, textsAttribute } from '../../protocol/page';

/** Where the page finds its files, and what it is allowed to load. */
export interface PanelPlace {
  readonly language: string;
  readonly cspSource: string;
  readonly scriptAddress: string;
  readonly styleAddress: string;
  /** Of the icons. */
  readonly fontAddress: string;
}

/** Translations by their English text, as `vscode.l10n.bundle` has them. */
export type Texts = NonNullable<typeof vscode.l10n.bundle>;

/**
 * The panel's page. Without `texts` it speaks English. With `hasKey` its composer is there at once. A script may import
 * others, and the nonce of the first policy would let it do so from anywhere: the second one holds as well. Nothing in the page
 * comes from a model or a workspace: those arrive as messages.
 */
export function panelDocument(place: PanelPlace, texts: Texts | undefined, hasKey = false): string {
  const nonce = newNonce();
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(place.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(contentSecurityPolicy(place.cspSource, nonce))}">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(`script-src ${place.cspSource}`)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="preload" as="font" type="font/ttf" crossorigin href="${escapeAttribute(place.fontAddress)}">
<link rel="stylesheet" href="${escapeAttribute(place.styleAddress)}">
</head>
<body${hasKey ? ` ${keyAttribute}` : ''}${texts ? ` ${textsAttribute}="${escapeAttribute(JSON.stringify(texts))}"` : ''}>
<main id="app"></main>
<script nonce="${nonce}" type="module" src="${escapeAttribute(place.scriptAddress)}"></script>
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
