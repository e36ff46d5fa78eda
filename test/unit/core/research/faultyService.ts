import { Failure } from '../../../../src/core/base/failure';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { AgentRequest, Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import type { ManualClock } from '../../fakes/manualClock';
import { interaction } from './researchUnderTest';

/** Numbers from 0 to 1 that come again with the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Run {
  readonly id: string;
  readonly request: AgentRequest;
  /** On the clock that never jumps. */
  readonly endsAt: number;
  readonly end: InteractionStatus;
}

const answered = (status: number) => new Failure(status === 429 ? 'rateLimited' : 'serviceBusy', { status });

/** A service on which, for as long as it is faulty, everything goes wrong now and then. What it accepts it carries out. */
export class FaultyService {
  readonly runs: Run[] = [];
  isFaulty = true;

  constructor(
    private readonly clock: ManualClock,
    private readonly random: () => number,
  ) {}

  /** Each window has its own connection; `isAlive` says whether its process still is. */
  port(isAlive: () => boolean): Interactions {
    const none = () => Promise.reject(new Error('nothing but research'));
    return {
      ask: () => {
        throw new Error('nothing but research');
      },
      getWithInput: none,
      delete: none,
      listModels: none,
      startAgent: (request) => this.start(request, isAlive),
      get: (id) => this.get(id),
      cancel: (id) => this.get(id),
      follow: (id) => this.follow(id),
    };
  }

  statusOf(id: string): InteractionStatus | undefined {
    const run = this.runs.find((one) => one.id === id);
    return run && (run.endsAt <= this.clock.now() ? run.end : 'in_progress');
  }

  private async start(request: AgentRequest, isAlive: () => boolean): Promise<Interaction> {
    const dice = this.isFaulty ? this.random() : 1;
    if (dice < 0.05) throw new Failure('offline', { notSent: true });
    if (dice < 0.12) throw answered(429);
    const isAccepted = dice >= 0.17;
    const id = `v1_${this.runs.length}`;
    const end = (['completed', 'completed', 'completed', 'incomplete', 'failed'] as const)[
      Math.floor(this.random() * 5)
    ];
    const endsAt = this.clock.now() + Math.floor(this.random() * 3_600_000);
    if (isAccepted) this.runs.push({ id, request, endsAt, end: end ?? 'completed' });
    if (dice < 0.22) throw new Failure('connectionLost');
    if (dice < 0.26) throw answered(504);
    // An answer that no process is there to hear.
    if (!isAlive()) throw new Failure('connectionLost');
    return interaction('queued', '', id);
  }

  private async get(id: string): Promise<Interaction> {
    if (this.isFaulty) {
      const dice = this.random();
      if (dice < 0.1) throw new Failure('offline', { notSent: true });
      if (dice < 0.2) throw new Failure('notFound', { status: 404 });
      if (dice < 0.26) throw new Failure('keyNotAllowed', { status: 403 });
      if (dice < 0.32) throw new Failure('untrustedCertificate', { notSent: true });
      if (dice < 0.38) throw new Failure('proxyRefused', { status: 407 });
      if (dice < 0.44) throw new Failure('malformedAnswer');
      if (dice < 0.5) throw answered(503);
    }
    const status = this.statusOf(id);
    if (status === undefined) throw new Failure('notFound', { status: 404 });
    return interaction(status, status === 'in_progress' ? '' : `Text of ${id}`, id);
  }

  private async *follow(id: string): AsyncIterable<InteractionEvent> {
    yield { type: 'connected' };
    if (this.isFaulty && this.random() < 0.3) throw new Failure('connectionLost');
    yield { type: 'created', interaction: interaction('in_progress', '', id) };
    // "completed" may come in a stream before a poll says so, and be wrong.
    if (this.isFaulty && this.random() < 0.1)
      yield { type: 'completed', interaction: interaction('completed', '', id) };
  }
}
