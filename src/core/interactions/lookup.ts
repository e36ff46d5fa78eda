import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import { answerWithin } from './deadline';
import type { Interaction } from './events';
import type { Interactions } from './port';

/** A poll without an answer by then has not reached the service. Milliseconds. */
const pollMs = 12_000;
/** An interaction is gone after this many polls in a row that did not find it, */
const leastMisses = 3;
/** spread over at least this time: right after a start, and during a roll-out, one may be missing for a while. Milliseconds. */
const leastMissingMs = 60_000;

/**
 * Polls one stored interaction. Only the repeated word of the service that it does not have the interaction makes it
 * `gone`; any other failure, of the network or of the service, says nothing about the interaction.
 */
export class Lookup {
  private misses = 0;
  private missingSince = 0;

  constructor(
    private readonly interactions: Pick<Interactions, 'get'>,
    private readonly clock: Clock,
    private readonly id: string,
  ) {}

  /** Resolves within 12 s. After an abort the result is `unreachable`. Rejects only with what is not a Failure. */
  async poll(signal: AbortSignal): Promise<Interaction | 'unreachable' | 'gone'> {
    try {
      const found = await answerWithin(pollMs, this.clock, signal, (own) => this.interactions.get(this.id, own));
      if (found === 'late') return 'unreachable';
      this.misses = 0;
      return found;
    } catch (error) {
      if (signal.aborted) return 'unreachable';
      if (!(error instanceof Failure)) throw error;
      return error.reason === 'notFound' ? this.missed() : 'unreachable';
    }
  }

  private missed(): 'unreachable' | 'gone' {
    const now = this.clock.now();
    if (this.misses === 0) this.missingSince = now;
    this.misses += 1;
    return this.misses >= leastMisses && now - this.missingSince >= leastMissingMs ? 'gone' : 'unreachable';
  }
}
