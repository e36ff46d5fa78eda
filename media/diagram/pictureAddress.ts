import type { DiagramDrawing } from '../../src/protocol/diagrams';

/**
 * The drawing as the address of a picture. In a picture nothing runs and nothing is loaded, whatever the drawing holds; and
 * the page itself never has a part of it among its elements.
 */
export function pictureAddress({ width, height, body }: DiagramDrawing, style: string): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${body}</svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
}
