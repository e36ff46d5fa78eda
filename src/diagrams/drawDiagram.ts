import type { DiagramDrawing } from '../protocol/diagrams';
import type { Canvas } from './base/canvas';
import { drawLine, fontSize, lineHeight } from './base/label';
import { NotDrawable } from './base/notDrawable';
import { type DiagramSource, readSource } from './base/readSource';
import { short, svg } from './base/svg';
import { textWidth } from './base/textWidth';
import { readClasses } from './class/readClasses';
import { readEntities } from './entity/readEntities';
import { readFlowchart } from './flowchart/readFlowchart';
import { drawGraph } from './graph/drawGraph';
import { drawSequence } from './sequence/drawSequence';
import { readSequence } from './sequence/readSequence';
import { readStates } from './state/readStates';

/*
 * Frozen: this folder draws five kinds of diagrams and gets no new kind and no new syntax. Mermaid's language moves, and
 * VS Code's own preview draws all of it: what cannot be drawn in full here stays source, with the button Open Diagram. A
 * report about a picture that is missing or looks different is answered with that button; one that is wrong about what the
 * source says, or that freezes the thread, is a bug.
 */

const margin = 12;

/** The picture of a diagram in Mermaid's language; undefined for what cannot be drawn in full. */
export function drawDiagram(text: string): DiagramDrawing | undefined {
  try {
    const source = readSource(text);
    return onPaper(draw(source), source);
  } catch (error) {
    if (error instanceof NotDrawable) return undefined;
    throw error;
  }
}

function draw(source: DiagramSource): Canvas {
  switch (source.kind) {
    case 'flowchart':
      return drawGraph(readFlowchart(source));
    case 'state':
      return drawGraph(readStates(source));
    case 'class':
      return drawGraph(readClasses(source));
    case 'entity':
      return drawGraph(readEntities(source));
    case 'sequence':
      return drawSequence(readSequence(source));
  }
}

/** The drawing with a margin around it and its title above. */
function onPaper({ left, top, right, bottom, body }: Canvas, { kind, title }: DiagramSource): DiagramDrawing {
  const above = title === '' ? 0 : lineHeight + 8;
  const width = Math.ceil(Math.max(right - left, textWidth(title) * fontSize * 1.1) + margin * 2);
  const height = Math.ceil(bottom - top + margin * 2 + above);
  const move = `translate(${short((width - right - left) / 2)} ${short(margin + above - top)})`;
  const heading = drawLine(title, width / 2, margin + lineHeight / 2, {
    'text-anchor': 'middle',
    'font-weight': '600',
  });
  return { kind, width, height, body: heading + svg('g', { transform: move }, body) };
}
