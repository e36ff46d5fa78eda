import type * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { panelHtml } from './panelHtml';
import { type WatchdogTimes, WebviewWatchdog } from './webviewWatchdog';

export interface WebviewPageParts {
  /** The folder of the page's files. */
  readonly filesUri: vscode.Uri;
  readonly watchdogTimes?: Partial<WatchdogTimes> | undefined;
  readonly hasKey: () => boolean;
  /** Sends the page a message to which a living one replies. */
  readonly ping: () => void;
  /** The page was dead this many times in a row; it is loaded again now. */
  readonly onDead: (times: number) => void;
  /** The webview does not come back to life by a new page: it has to be made again. */
  readonly recreate: () => void;
}

/** The page in one webview, of whatever kind: loads it, and loads it again when it died. */
export class WebviewPage {
  private readonly watchdog: WebviewWatchdog;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly parts: WebviewPageParts,
  ) {
    this.watchdog = new WebviewWatchdog({
      clock: systemClock,
      times: parts.watchdogTimes,
      ping: parts.ping,
      recover: (times) => this.recover(times),
    });
  }

  load(): void {
    const { webview } = this;
    const { filesUri, hasKey } = this.parts;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [filesUri] };
    // Last: the script says `ready` as soon as it runs.
    webview.html = panelHtml(webview, filesUri, hasKey());
  }

  /** The page shows its content and is watched from now on. */
  opened(): void {
    this.watchdog.start();
  }

  /** The page is hidden or gone. */
  closed(): void {
    this.watchdog.stop();
  }

  heard(): void {
    this.watchdog.heard();
  }

  sent(): void {
    this.watchdog.sent();
  }

  /** If the new page is dead as well, only a new webview helps. */
  private recover(times: number): void {
    this.parts.onDead(times);
    if (times === 1) this.load();
    else this.parts.recreate();
  }
}
