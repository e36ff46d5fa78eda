import type * as vscode from 'vscode';
import type { Disposable } from '../../core/base/disposables';
import type { ChatSession } from '../../core/chat/chatSession';
import type { PanelState } from '../../protocol/state';
import { PanelFocus } from './panelFocus';
import type { PanelHandle, RequestHandlers } from './panelHandle';
import type { WatchdogTimes } from './webviewWatchdog';

/** An open webview of any kind. */
export interface OpenPanel {
  /** Its surroundings may have changed: key, model, theme. */
  stateChanged(): void;
  /** Shows everything again, if its page is there. */
  redraw(): void;
}

export interface PanelRegistryParts {
  /** The folder of the page's files. */
  readonly filesUri: vscode.Uri;
  readonly watchdogTimes?: Partial<WatchdogTimes> | undefined;
  readonly hasKey: () => boolean;
  /** A page did not reply; this is the number of recoveries in a row. */
  readonly onDeadPage: (times: number) => void;
  readonly onError: (error: unknown) => void;
}

/** What panels show and do. Known once all features are made, which is before the first panel opens. */
export interface PanelService {
  readonly state: (session: ChatSession) => PanelState;
  /** When the key last changed, in milliseconds since 1970. */
  readonly keyChangedAt: () => number;
  readonly handlers: RequestHandlers;
  /** A panel is looked at. */
  readonly onUse: () => void;
  /** A page was loaded and shows its chat. */
  readonly onOpen: (panel: PanelHandle) => void;
}

/** All open panels, and what they share. */
export class PanelRegistry {
  readonly focus = new PanelFocus();
  private readonly open = new Set<OpenPanel>();
  private service: PanelService | undefined;

  constructor(readonly parts: PanelRegistryParts) {}

  serve(service: PanelService): void {
    this.service = service;
  }

  get handlers(): RequestHandlers {
    return this.served.handlers;
  }

  get keyChangedAt(): number {
    return this.served.keyChangedAt();
  }

  stateOf(session: ChatSession): PanelState {
    return this.served.state(session);
  }

  opened(panel: PanelHandle): void {
    this.served.onOpen(panel);
  }

  used(): void {
    this.served.onUse();
  }

  add(panel: OpenPanel): Disposable {
    this.open.add(panel);
    return { dispose: () => void this.open.delete(panel) };
  }

  stateChanged(): void {
    for (const panel of this.open) panel.stateChanged();
  }

  redraw(): void {
    for (const panel of this.open) panel.redraw();
  }

  private get served(): PanelService {
    if (!this.service) throw new Error('a panel opened before the features were made');
    return this.service;
  }
}
