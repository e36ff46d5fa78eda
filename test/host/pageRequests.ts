import type { Page } from 'playwright-core';

/** What is in the window already, or in the program. */
const localAddress = /^(?:data|blob|about|devtools|vscode-file):/;
/** VS Code's own page around a webview, which a worker of that page answers for. */
const webviewAddress = /^(?:https:\/\/[\w-]+\.vscode-cdn\.net|vscode-webview:\/\/[\w-]+)\//;
/** Where VS Code looks for extensions by itself. */
const galleryAddress = /^https:\/\/(?:open-vsx\.org|marketplace\.visualstudio\.com)\/(?:vscode|_apis)\//;
/** What VS Code's own extensions are made of, the Markdown preview among them. */
const builtInFile = /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net\/.*\/lib\/vscode\/extensions\//;
/** What the panel is made of. Of all other files, the extension's too, it has to load none. */
const panelFile = /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net\/.*\/dist\/panel\/[\w-]+\.(?:js|css|ttf)$/;

/** A picture that stands beside the report of a research, which the Markdown preview shows. */
const reportPicture =
  /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net\/.*\/v1\/research\/[-0-9a-f]{36}\/report\/figure-\d+\.\w+$/;

/** What VS Code's own previews show: an image of the workspace, or what an answer brought and the user opened. */
const previewed =
  /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net\/.*\/(?:workspace|v1\/blobs\/[-0-9a-f]{36}\/shown\/[0-9a-f]{16})\/[\w-]+\.(?:png|jpg|wav|webm)\?version/;

/** Notes what the pages of a window ask for, the panel among them, beyond what VS Code and the panel are made of. */
export class PageRequests {
  foreign: readonly string[] = [];
  /** How many files of the panel were asked for, which shows that it is listened to. */
  panelFiles = 0;

  constructor(page: Page) {
    const workbench = new URL(page.url()).origin;
    page.context().on('request', (request) => {
      const address = request.url();
      if (panelFile.test(address)) this.panelFiles += 1;
      else if (!isOwn(address, workbench)) this.foreign = [...this.foreign, address];
    });
  }
}

function isOwn(address: string, workbench: string): boolean {
  const isOfVsCode = [localAddress, webviewAddress, galleryAddress, builtInFile, reportPicture, previewed].some(
    (known) => known.test(address),
  );
  return isOfVsCode || new URL(address).origin === workbench;
}
