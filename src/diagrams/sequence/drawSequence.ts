import type { Canvas } from '../base/canvas';
import { drawLabel, drawLine, fontSize, lineHeight, plainText } from '../base/label';
import { svg } from '../base/svg';
import { textWidth } from '../base/textWidth';
import { type Column, placeColumns } from './columns';
import { drawActor, headHeight } from './drawActor';
import { drawMessage, type Span } from './drawMessage';
import { drawNote } from './drawNote';
import type { Block, Sequence, Step } from './sequence';

const barHalf = 5;

/** A sequence diagram as a picture, from its top down. */
export function drawSequence(sequence: Sequence): Canvas {
  return new SequencePainter(sequence).paint();
}

class SequencePainter {
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly frames: string[] = [];
  private readonly bars: string[] = [];
  private readonly front: string[] = [];
  /** Where each actor was set to work, the innermost last. */
  private readonly working = new Map<string, number[]>();
  private y = 0;

  constructor(private readonly sequence: Sequence) {
    this.columns = placeColumns(sequence);
  }

  paint(): Canvas {
    const { columns, sequence } = this;
    const all = [...columns.values()];
    const titleHeight = sequence.title === '' ? 0 : lineHeight + 12;
    const height = headHeight(all);
    this.y = titleHeight + height + 10;
    const inner = this.steps(sequence.steps);
    for (const [id, starts] of this.working) for (const start of starts) this.bar(id, start, starts.indexOf(start));
    const bottom = this.y + 12;
    const left = Math.min(inner.left, ...all.map(({ x, width }) => x - width / 2));
    const right = Math.max(inner.right, ...all.map(({ x, width }) => x + width / 2));
    const middle = (left + right) / 2;
    const titleWidth = textWidth(sequence.title) * fontSize * 1.1;
    const body = [
      ...this.frames,
      ...all.map(({ x }) => svg('line', { class: 'life', x1: x, y1: titleHeight + height, x2: x, y2: bottom })),
      ...this.bars,
      drawLine(sequence.title, middle, lineHeight / 2, { 'text-anchor': 'middle', 'font-weight': '600' }),
      ...all.flatMap((column) => [drawActor(column, titleHeight, height), drawActor(column, bottom, height)]),
      ...this.front,
    ].join('');
    return {
      left: Math.min(left, middle - titleWidth / 2),
      top: 0,
      right: Math.max(right, middle + titleWidth / 2),
      bottom: bottom + height,
      body,
    };
  }

  /** Draws them one below the other, and tells how far they reach to both sides. */
  private steps(steps: readonly Step[]): Span {
    return spanOf(steps.map((step) => this.step(step)));
  }

  private step(step: Step): Span {
    if (step.kind === 'block') return this.block(step);
    if (step.kind === 'activation') return this.activation(step.actor, step.isActive);
    if (step.kind === 'note') {
      const note = drawNote(
        step,
        step.actors.flatMap((id) => this.columns.get(id) ?? []),
        this.y + 6,
      );
      this.front.push(note.body);
      this.y = note.bottom + 8;
      return note;
    }
    const message = drawMessage(step, (id, towards) => this.edgeOf(id, towards), this.y + 6);
    this.front.push(message.body);
    this.y = message.bottom + 8;
    return message;
  }

  /** Where a message meets the line of an actor, or the bar on it, coming from the other place. */
  private edgeOf(id: string, towards: string): number {
    const [own, other] = [this.columns.get(id)?.x ?? 0, this.columns.get(towards)?.x ?? 0];
    const depth = this.working.get(id)?.length ?? 0;
    if (depth === 0) return own;
    return other < own ? own - barHalf : own + barHalf + (depth - 1) * barHalf;
  }

  private activation(id: string, isActive: boolean): Span {
    const starts = this.working.get(id) ?? [];
    this.working.set(id, starts);
    // The message before it is where the work begins or ends.
    const y = this.y - 12;
    if (isActive) starts.push(y);
    else {
      const start = starts.pop();
      if (start !== undefined) this.bar(id, start, starts.length, y);
    }
    return spanOf([]);
  }

  private bar(id: string, start: number, depth: number, end = this.y): void {
    const x = (this.columns.get(id)?.x ?? 0) - barHalf + depth * barHalf;
    this.bars.push(svg('rect', { class: 'box', x, y: start, width: barHalf * 2, height: Math.max(6, end - start) }));
  }

  private block({ name, sections }: Block): Span {
    const top = this.y + 4;
    const at = this.frames.length;
    const labels: { readonly text: string; readonly y: number }[] = [];
    const spans: Span[] = [];
    for (const [index, { label, steps }] of sections.entries()) {
      if (index > 0) this.y += 6;
      labels.push({ text: label === '' ? '' : `[${plainText(label).replaceAll('\n', ' ')}]`, y: this.y });
      this.y += name === 'rect' ? 8 : index === 0 ? 28 : label === '' ? 4 : 24;
      spans.push(this.steps(steps));
    }
    this.y += 4;
    const tab = name === 'rect' ? 0 : textWidth(name) * fontSize * 1.1 + 20;
    const inside = spans.some(({ left, right }) => left <= right) ? spanOf(spans) : this.wholeWidth();
    const left = inside.left - 16;
    const widest = Math.max(...labels.map(({ text }) => textWidth(text) * fontSize)) + tab + 16;
    const right = Math.max(inside.right + 16, left + widest);
    const frame = svg('rect', { class: 'frame', x: left, y: top, width: right - left, height: this.y - top, rx: 3 });
    // Frames within this one lie above it.
    this.frames.splice(at, 0, frame);
    for (const [index, { text, y }] of labels.entries()) {
      if (index > 0) this.frames.push(svg('line', { class: 'divider', x1: left, y1: y, x2: right, y2: y }));
      this.front.push(
        drawLine(text, index === 0 ? left + tab + 6 : left + 10, y + (index === 0 ? 15 : 13), { class: 'quiet' }),
      );
    }
    if (tab > 0) {
      this.front.push(svg('rect', { class: 'tab', x: left, y: top, width: tab, height: 22, rx: 3 }));
      const label = { lines: [name], width: tab, height: lineHeight };
      this.front.push(drawLabel(label, left + tab / 2, top + 11, { 'font-weight': '600' }));
    }
    this.y += 8;
    return { left, right };
  }

  private wholeWidth(): Span {
    return spanOf([...this.columns.values()].map(({ x }) => ({ left: x, right: x })));
  }
}

function spanOf(spans: readonly Span[]): Span {
  return {
    left: Math.min(...spans.map(({ left }) => left)),
    right: Math.max(...spans.map(({ right }) => right)),
  };
}
