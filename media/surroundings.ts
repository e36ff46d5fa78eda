import * as l10n from '@vscode/l10n';
import type { AccountState, ChatState, PanelState, WindowState } from '../src/protocol/state';
import { element, icon } from './base/element';
import type { Composer } from './composer/composer';
import type { Conversation } from './conversation/conversation';
import type { Diagrams } from './diagram/diagrams';
import { showTokenColors } from './highlight/tokenColors';
import type { PanelContext } from './panelContext';
import { Banner } from './shell/banner';
import { StartPage } from './shell/startPage';
import { Welcome } from './shell/welcome';

export interface SurroundedParts {
  readonly conversation: Conversation;
  readonly composer: Composer;
  readonly diagrams: Diagrams;
}

/** Shows the state of the panel, slice by slice: what is around the turns, and which parts of the page are shown. */
export class Surroundings {
  readonly notice = element('div', 'notice');
  readonly welcome: Welcome;
  readonly start: StartPage;
  readonly banner: Banner;
  private key: AccountState['key'] = 'unknown';
  private refusal: string | undefined;
  private readOnly: string | undefined;

  /** `isKeyExpected`: the host had a key when it made the page. */
  constructor(
    context: PanelContext,
    private readonly parts: SurroundedParts,
    private readonly isKeyExpected: boolean,
  ) {
    this.welcome = new Welcome(context);
    this.start = new StartPage(context);
    this.banner = new Banner(context);
    this.notice.hidden = true;
    this.showParts();
  }

  /** Whether there is a composer. It is there before the first message of the host, so that people can type at once. */
  get hasComposer(): boolean {
    return this.hasKey || (this.isKeyExpected && this.key === 'unknown');
  }

  private get hasKey(): boolean {
    return this.key === 'present';
  }

  /** What the turns of a snapshot depend on. */
  begin({ window }: PanelState): void {
    this.parts.diagrams.canOpen = window.canOpenDiagrams === true;
  }

  /** A slice that is absent has not changed. */
  show({ account, chat, window, start, context }: Partial<PanelState>): void {
    if (context) this.parts.composer.showContext(context);
    if (start) this.start.update(start);
    if (chat) this.showChat(chat);
    if (window) this.showWindow(window);
    if (account) this.showAccount(account);
    this.showParts();
  }

  showParts(): void {
    const { conversation, composer } = this.parts;
    conversation.show(!conversation.isEmpty);
    this.start.show(this.hasKey && conversation.isEmpty);
    this.welcome.show(this.key, this.refusal);
    composer.show(this.hasComposer);
  }

  showAvailability(): void {
    const { conversation, composer } = this.parts;
    // What another window is doing cannot be stopped here.
    composer.setBusy(conversation.isBusy && this.readOnly === undefined);
    conversation.setUnavailable(
      this.readOnly ?? (conversation.isBusy ? l10n.t('Gemini is still answering. Stop it or wait.') : undefined),
    );
  }

  /** Puts the cursor where the user goes on: in the composer, or where a key is set. */
  focus(): void {
    if (this.welcome.isShown) this.welcome.focus();
    else this.parts.composer.focus();
  }

  private showAccount({ key, refusal, notice }: AccountState): void {
    const wasInWelcome = this.welcome.hasFocus;
    this.key = key;
    this.refusal = refusal;
    this.notice.hidden = notice === undefined;
    this.notice.replaceChildren(icon('info'), element('span', '', notice ?? ''));
    this.showParts();
    if (wasInWelcome && this.hasKey) this.parts.composer.focus();
  }

  private showChat(chat: ChatState): void {
    const { conversation, composer } = this.parts;
    this.readOnly = chat.readOnly
      ? (chat.banner?.message ?? l10n.t('You can’t send from here: this chat is in use in another window.'))
      : undefined;
    conversation.showTitle(chat.title);
    this.banner.show(chat.banner);
    composer.showState(chat);
  }

  private showWindow({ tokenColors, canOpenDiagrams }: WindowState): void {
    this.parts.diagrams.canOpen = canOpenDiagrams === true;
    showTokenColors(tokenColors);
  }
}
