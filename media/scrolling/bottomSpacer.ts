interface RoomyTurn {
  readonly id: string;
  readonly question: { readonly element: HTMLElement };
}

/**
 * Room below a question that was just asked, so that it can stand at the top of the view with its answer growing below.
 * The height is a rule of a sheet of our own: the policy of the page forbids styles in elements.
 */
export class BottomSpacer {
  private readonly sheet = new CSSStyleSheet();
  private readonly sizes: ResizeObserver;
  private question: HTMLElement | undefined;
  private height = 0;
  /** The turn that has the room. */
  turnId: string | undefined;

  constructor(private readonly viewport: HTMLElement) {
    document.adoptedStyleSheets.push(this.sheet);
    this.sizes = new ResizeObserver(() => this.measure());
    this.sizes.observe(viewport);
  }

  /** Makes room below the question of this turn, the last one; undefined takes it away. */
  keepBelow(turn: RoomyTurn | undefined): void {
    const question = turn?.question.element;
    this.turnId = turn?.id;
    if (this.question) this.sizes.unobserve(this.question);
    this.question = question;
    if (question) this.sizes.observe(question);
    this.measure();
  }

  private measure(): void {
    const height = this.question ? Math.max(0, this.viewport.clientHeight - this.question.offsetHeight) : 0;
    if (height === this.height) return;
    this.height = height;
    this.sheet.replaceSync(`.turns > .answer:last-child { box-sizing: border-box; min-height: ${height}px; }`);
  }
}
