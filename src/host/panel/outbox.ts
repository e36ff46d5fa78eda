import { isMoment, type PanelFact, type Snapshot, type ToPanel } from '../../protocol/messages';

type Growth = Extract<PanelFact, { type: 'partGrew' }>;

/** How long growth is gathered into one message, in milliseconds: one frame. */
const gatherMs = 16;

/**
 * Numbers the facts for one panel without gaps and joins what one part gains within a frame into one message. The first
 * piece after a pause goes at once.
 */
export class Outbox {
  private revision = 0;
  private growth: Growth | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private opened = false;

  constructor(private readonly post: (message: ToPanel) => void) {}

  /** Whether the panel is there and mirrors. */
  get isOpen(): boolean {
    return this.opened;
  }

  /** Starts again: everything before is in the snapshot. */
  open(snapshot: Snapshot): void {
    this.drop();
    this.opened = true;
    this.revision += 1;
    this.post({ type: 'snapshot', revision: this.revision, ...snapshot });
  }

  /** Sends nothing more until `open`: the panel is not there to hear it. */
  close(): void {
    this.drop();
    this.opened = false;
  }

  add(fact: PanelFact): void {
    if (!this.opened) return;
    if (fact.type !== 'partGrew') {
      this.flush();
      this.send(fact);
      return;
    }
    if (this.growth && (this.growth.turnId !== fact.turnId || this.growth.part !== fact.part)) this.flush();
    if (this.growth) this.growth = { ...this.growth, text: this.growth.text + fact.text };
    else if (this.timer === undefined) {
      this.send(fact);
      this.timer = setTimeout(() => this.endFrame(), gatherMs);
    } else this.growth = fact;
  }

  dispose(): void {
    this.close();
  }

  private endFrame(): void {
    this.timer = undefined;
    if (!this.growth) return;
    this.flush();
    this.timer = setTimeout(() => this.endFrame(), gatherMs);
  }

  private flush(): void {
    const { growth } = this;
    this.growth = undefined;
    if (growth) this.send(growth);
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.growth = undefined;
  }

  private send(fact: PanelFact): void {
    if (isMoment(fact)) {
      this.post(fact);
      return;
    }
    this.revision += 1;
    this.post({ ...fact, revision: this.revision });
  }
}
