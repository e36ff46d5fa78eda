import * as l10n from '@vscode/l10n';
import type { ChatState } from '../../src/protocol/state';
import { element } from '../base/element';

const svg = 'http://www.w3.org/2000/svg';
/** The length of the ring, by which its part that is filled is drawn. */
const whole = 100;

/** How much of what the model can read the chat fills. Absent while that is not known. */
export class ContextMeter {
  readonly element = element('span', 'context-meter');
  private readonly filled = ring('filled');

  constructor() {
    const drawing = document.createElementNS(svg, 'svg');
    drawing.setAttribute('viewBox', '0 0 36 36');
    drawing.setAttribute('aria-hidden', 'true');
    drawing.append(ring('track'), this.filled);
    this.element.append(drawing);
    this.element.role = 'meter';
    this.element.ariaLabel = l10n.t('Context used');
    this.element.ariaValueMin = '0';
    this.element.ariaValueMax = '100';
    this.element.hidden = true;
  }

  show(room: ChatState['room']): void {
    this.element.hidden = room === undefined;
    if (!room) return;
    const share = Math.min(100, Math.round((room.used / room.size) * 100));
    const count = (tokens: number) => tokens.toLocaleString(document.documentElement.lang || 'en');
    const words = l10n.t('About {0} of {1} tokens that the model can read', count(room.used), count(room.size));
    this.filled.setAttribute('stroke-dasharray', `${share} ${whole}`);
    this.element.classList.toggle('is-nearly-full', share >= 80);
    this.element.ariaValueNow = String(share);
    this.element.ariaValueText = words;
    this.element.title = words;
  }
}

function ring(name: string): SVGCircleElement {
  const circle = document.createElementNS(svg, 'circle');
  circle.setAttribute('class', name);
  circle.setAttribute('pathLength', String(whole));
  for (const [key, value] of Object.entries({ cx: 18, cy: 18, r: 14 })) circle.setAttribute(key, String(value));
  return circle;
}
