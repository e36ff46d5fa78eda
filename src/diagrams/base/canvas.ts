/** Something that was drawn, and how far it reaches. Pixels. */
export interface Canvas {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** SVG. */
  readonly body: string;
}
