import { index, oneOf, optional, record, type Shapes, text, textUpTo } from './shape';

export const diagramKinds = ['flowchart', 'sequence', 'class', 'state', 'entity'] as const;
export type DiagramKind = (typeof diagramKinds)[number];
/** Longer text is not drawn. UTF-16 units. */
export const longestDiagram = 20_000;

/** A diagram that was drawn. It has no colours: the panel gives it those of the theme. */
export interface DiagramDrawing {
  readonly kind: DiagramKind;
  /** In pixels, where a letter is 13 high. */
  readonly width: number;
  readonly height: number;
  /** SVG, to be put between the tags of `<svg>`. Only elements and attributes that draw. */
  readonly body: string;
}

export interface DiagramMoments {
  /** What the text looks like. Without `drawing`, it stays a text. */
  diagramDrawn: { readonly source: string; readonly drawing?: DiagramDrawing };
}

export const diagramMoments: Shapes<DiagramMoments> = {
  diagramDrawn: {
    source: text,
    drawing: optional(record<DiagramDrawing>({ kind: oneOf(diagramKinds), width: index, height: index, body: text })),
  },
};

export interface DiagramRequests {
  /** What does this text in Mermaid's language look like? Named by the text, since its place may move. */
  drawDiagram: { readonly source: string };
}

export const diagramRequests: Shapes<DiagramRequests> = { drawDiagram: { source: textUpTo(longestDiagram) } };
