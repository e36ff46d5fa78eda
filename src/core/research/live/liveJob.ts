import type { AnswerPart } from '../../../parts/answerPart';
import type { Clock } from '../../base/clock';
import type { JsonObject } from '../../base/json';
import { Answer } from '../../conversation/answer';
import { partsOf } from '../../conversation/savedAnswer';
import type { Interaction, InteractionEvent } from '../../interactions/events';
import type { FollowedStream } from '../../interactions/followInteraction';
import type { Step } from '../../interactions/steps';

/** A stream that was open for as long as this and brought next to nothing is not asked for again for a while. Milliseconds. */
const silentMs = 45_000;
/** A resumed stream may bring this many events and then hang. */
const fewEvents = 2;
/** So many polls follow a silent stream before the next one. */
const pollsAfterSilence = 5;

/** What the streams and polls of a running interaction have brought so far. */
export class LiveJob {
  private readonly answer = new Answer();
  private polled: readonly Step[] = [];
  private opened: { readonly at: number; events: number } | undefined;
  private polls = 0;

  constructor(
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  /** The answer so far, in wire form. */
  get steps(): readonly JsonObject[] {
    return this.isStreamAhead ? this.answer.steps : this.polled.map(({ wire }) => wire);
  }

  /** The answer so far, as people see it. */
  get parts(): readonly AnswerPart[] {
    return this.isStreamAhead ? this.answer.parts : partsOf(this.steps);
  }

  /** All tokens so far. 0: the service has not said. */
  get tokens(): number {
    return this.answer.usage?.total ?? 0;
  }

  /** Takes what a poll has found. */
  found({ steps }: Interaction): void {
    const answered = steps.filter(({ type }) => type !== 'user_input');
    if (answered.length <= this.polled.length) return;
    this.polled = answered;
    this.onChange();
  }

  /** The next stream goes on where the last one ended. Undefined: streams are silent, so polls do for now. */
  openStream(): FollowedStream | undefined {
    const { opened, clock } = this;
    this.opened = undefined;
    if (opened && opened.events <= fewEvents && clock.now() - opened.at >= silentMs) this.polls = pollsAfterSilence;
    if (this.polls > 0) {
      this.polls -= 1;
      return undefined;
    }
    const now = { at: clock.now(), events: 0 };
    this.opened = now;
    this.answer.prepareToResume();
    return {
      lastEventId: this.answer.lastEventId,
      take: (event) => {
        if (event.type !== 'connected') now.events += 1;
        this.take(event);
      },
    };
  }

  private take(event: InteractionEvent): void {
    this.answer.apply(event);
    if (event.type !== 'connected') this.onChange();
  }

  private get isStreamAhead(): boolean {
    return this.answer.steps.length >= this.polled.length;
  }
}
