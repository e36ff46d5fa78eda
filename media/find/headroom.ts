/** Room above the first message, so that what is found there does not lie under the box. The policy forbids styles in elements. */
export class Headroom {
  private readonly sheet = new CSSStyleSheet();
  private height = 0;

  constructor() {
    document.adoptedStyleSheets.push(this.sheet);
  }

  /** In pixels; 0 takes it away. */
  make(height: number): void {
    if (height === this.height) return;
    this.height = height;
    this.sheet.replaceSync(height === 0 ? '' : `.turns { padding-block-start: ${height}px; }`);
  }
}
