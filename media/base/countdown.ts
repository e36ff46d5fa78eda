import type { WaitView } from '../../src/protocol/chat';
import { element, icon } from './element';
import { fill } from './fill';

/** A quiet line that counts the seconds down. Not read out: each second would be one announcement. */
export class Countdown {
  readonly element: HTMLElement;
  private readonly text = element('span');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.text.dir = 'auto';
    this.element = element('div', 'wait', icon('clockface'), this.text);
    this.element.role = 'timer';
    this.element.ariaLive = 'off';
    this.element.hidden = true;
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** Counts from now on; undefined takes the line away. */
  show(wait: WaitView | undefined): void {
    clearTimeout(this.timer);
    this.element.hidden = wait === undefined;
    if (wait) this.count(wait.message, performance.now() + wait.seconds * 1000);
    else this.text.textContent = '';
  }

  /** Each beat is planned from the end, so that late timers do not add up. */
  private count(message: string, end: number): void {
    const leftMs = end - performance.now();
    const left = Math.max(0, Math.ceil(leftMs / 1000));
    this.text.textContent = waitSentence({ message, seconds: left });
    if (left > 0) this.timer = setTimeout(() => this.count(message, end), leftMs - (left - 1) * 1000);
  }
}

export function waitSentence({ message, seconds }: WaitView): string {
  return fill(message, Math.max(0, Math.ceil(seconds)));
}
