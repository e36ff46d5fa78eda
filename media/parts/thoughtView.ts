import * as l10n from '@vscode/l10n';
import type { ThoughtPart } from '../../src/parts/thoughtPart';
import { secondsText } from '../base/duration';
import { disclosure, element, icon } from '../base/element';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';
import { FollowingScroll } from '../scrolling/scroll';
import type { PartView } from './partView';
import { ThoughtHeading } from './thoughtHeading';

/** Thinking that takes no longer shows no time, in milliseconds. */
const quickMs = 3_000;

/** What the model thought, folded into one row: while it thinks, what about; after that, for how long. */
export class ThoughtView implements PartView {
  readonly element: HTMLDetailsElement;
  private readonly heading = new ThoughtHeading();
  private readonly label = element('span', 'thought-label');
  private readonly seconds = element('span', 'thought-seconds');
  private readonly spinner = icon('loading');
  private readonly text: MarkdownView;
  private isGrowing = true;
  /** When it began, on the clock of `performance.now()`. Undefined: not known. */
  private begunAt: number | undefined;
  /** How long it took, in milliseconds. Undefined: it is not over, or not known. */
  private tookMs: number | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor({ text }: ThoughtPart, context: PanelContext) {
    this.text = new MarkdownView(context, text);
    const body = element('div', 'thought-body', this.text.element);
    // It scrolls within itself, and the keyboard has to reach it.
    body.tabIndex = 0;
    const row = element('span', 'thought-row', this.spinner, this.label, this.seconds);
    this.element = disclosure('thought is-growing', row, body);
    const follow = () => this.isGrowing && new FollowingScroll(body, this.text.element, () => {}).follow();
    this.element.addEventListener('toggle', follow, { once: true });
    this.heading.add(text);
    this.show();
  }

  grow(text: string): void {
    this.text.append(text);
    this.heading.add(text);
    this.show();
  }

  time(ms: number): void {
    if (this.isGrowing) {
      this.begunAt = performance.now() - ms;
      this.beat ??= setInterval(() => this.tick(), 1_000);
    } else this.tookMs = ms;
    this.show();
  }

  settle(): void {
    this.text.end();
    if (!this.isGrowing) return;
    this.isGrowing = false;
    clearInterval(this.beat);
    this.tookMs ??= this.elapsed;
    this.spinner.remove();
    this.element.classList.remove('is-growing');
    this.show();
  }

  complete(): void {
    this.text.complete();
  }

  private get elapsed(): number | undefined {
    return this.begunAt === undefined ? undefined : performance.now() - this.begunAt;
  }

  private tick(): void {
    // It may have left the page with its chat.
    if (this.element.isConnected) this.show();
    else clearInterval(this.beat);
  }

  private show(): void {
    const { elapsed = 0 } = this;
    setText(this.label, this.isGrowing ? (this.heading.text ?? l10n.t('Thinking')) : this.summary);
    setText(this.seconds, this.isGrowing && elapsed >= quickMs ? secondsText(elapsed, Math.floor) : '');
  }

  private get summary(): string {
    const { tookMs } = this;
    return tookMs === undefined ? l10n.t('Thoughts') : l10n.t('Thought for {0}', secondsText(Math.max(1_000, tookMs)));
  }
}

/** A text that stays the same is left alone: a thought grows often. */
function setText(shown: HTMLElement, text: string): void {
  if (shown.textContent !== text) shown.textContent = text;
}
