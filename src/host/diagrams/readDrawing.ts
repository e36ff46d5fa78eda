import { type DiagramDrawing, diagramKinds } from '../../protocol/diagrams';

/** In pixels, and in characters. People do not read what is larger. */
const longestSide = 8_000;
const longestBody = 1_000_000;

/** Elements that draw. None of them loads, runs or leads anywhere. */
const elements = ['g', 'rect', 'path', 'line', 'polyline', 'polygon', 'circle', 'ellipse', 'text', 'tspan'];
/** Attributes, and what may stand in them: numbers, words and colours, but no address and no style. */
const attributes = new Map<string, RegExp>([
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'].map(
    (name) => [name, /^-?\d+(?:\.\d+)?$/] as const,
  ),
  ['points', /^[\d., -]*$/],
  ['d', /^[MLHVAQZ\d. -]*$/],
  ['transform', /^translate\(-?[\d.]+ -?[\d.]+\)$/],
  ['class', /^[a-z ]+$/],
  ['fill', /^#[\da-f]{6}$/],
  ['stroke', /^#[\da-f]{6}$/],
  ['text-anchor', /^middle$/],
  ['font-weight', /^600$/],
  ['font-style', /^italic$/],
  ['text-decoration', /^underline$/],
]);

/**
 * What the drawing thread answered, if it is a drawing and nothing else. The thread has dealt with a hostile text; what
 * comes from it is taken apart, and refused rather than mended.
 */
export function readDrawing(value: unknown): DiagramDrawing | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, width, height, body } = value;
  const known = diagramKinds.find((name) => name === kind);
  if (!known || !isSide(width) || !isSide(height) || typeof body !== 'string') return undefined;
  return body.length <= longestBody && isHarmless(body) ? { kind: known, width, height, body } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= longestSide;
}

/** Whether it is well-formed, and made of these elements and attributes alone. */
export function isHarmless(body: string): boolean {
  const open: string[] = [];
  let at = 0;
  for (const { 0: tag, 1: close, 2: name = '', 3: written = '', 4: selfClosing, index } of body.matchAll(tagPattern)) {
    if (!isText(body.slice(at, index)) || !elements.includes(name)) return false;
    at = index + tag.length;
    if (close === '/') {
      if (written !== '' || selfClosing === '/' || open.pop() !== name) return false;
    } else {
      if (!areAttributes(written)) return false;
      if (selfClosing !== '/') open.push(name);
    }
  }
  return open.length === 0 && isText(body.slice(at));
}

const tagPattern = /<(\/?)([a-z]+)((?: [a-z\d-]+="[^"<>&]*")*)(\/?)>/g;

/** Only characters by their number: everything else behind `&` could be declared to be anything. */
function isText(text: string): boolean {
  return text.isWellFormed() && !/[<>]|&(?!#\d{1,7};)/.test(text);
}

function areAttributes(written: string): boolean {
  for (const [, name = '', value = ''] of written.matchAll(/ ([a-z\d-]+)="([^"]*)"/g)) {
    if (attributes.get(name)?.test(value) !== true) return false;
  }
  return true;
}
