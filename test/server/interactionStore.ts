import type { Interactions } from '@google/genai';
import type { LiveInteraction } from './liveInteraction';
import { invalidRequest, refusal, type WireError } from './wireError';

/** Only an interaction in one of these states can be built upon. */
const continuable: readonly string[] = [
  'completed',
  'requires_action',
  'incomplete',
  'budget_exceeded',
  'requires_continuation',
];

/** What the service remembers. */
export class InteractionStore {
  readonly #byId = new Map<string, LiveInteraction>();
  readonly #foreign = new Set<string>();
  /** How many GETs will not find an interaction yet. */
  readonly #late = new Map<string, number>();
  #issued = 0;

  /** Ids look like the service's and are the same from run to run. */
  nextId(): string {
    this.#issued++;
    return `v1_${Buffer.from(`local-interaction-${String(this.#issued).padStart(6, '0')}`).toString('base64url')}`;
  }

  get all(): ReadonlyMap<string, LiveInteraction> {
    return this.#byId;
  }

  /** The first GETs, as many as given here, do not find a background interaction. */
  add(interaction: LiveInteraction, lateByGets: number): void {
    this.#byId.set(interaction.id, interaction);
    if (interaction.request.background) this.#late.set(interaction.id, lateByGets);
  }

  /** From now on the interaction belongs to another project, whether there is one of this id or not. */
  giveAway(id: string): void {
    this.#foreign.add(id);
  }

  find(id: string): LiveInteraction {
    const found = this.#owned(id);
    if (!found) throw notFound(id);
    return found;
  }

  /** Like `find`, and not there yet for as many calls as `add` was told. */
  findWithDelay(id: string): LiveInteraction {
    const found = this.find(id);
    const late = this.#late.get(id) ?? 0;
    if (late === 0) return found;
    this.#late.set(id, late - 1);
    throw notFound(id);
  }

  remove(id: string): boolean {
    return this.#byId.delete(id);
  }

  /** The steps a request inherits, oldest first. Links lost to retention are simply not remembered any more. */
  chain(previousId: string | undefined): readonly Interactions.Step[] {
    if (previousId === undefined) return [];
    const previous = this.#owned(previousId);
    if (!previous) throw refusal(404, 'not_found', `previous_interaction_id '${previousId}' not found.`);
    if (!continuable.includes(previous.status)) {
      throw invalidRequest(`Interaction '${previousId}' is ${previous.status} and cannot be continued.`);
    }
    const steps: Interactions.Step[] = [];
    for (let link: LiveInteraction | undefined = previous; link; ) {
      steps.unshift(...link.input, ...link.steps);
      link = this.#byId.get(link.request.previous_interaction_id ?? '');
    }
    return steps;
  }

  #owned(id: string): LiveInteraction | undefined {
    if (this.#foreign.has(id)) throw refusal(403, 'permission_denied', 'The caller does not have permission');
    return this.#byId.get(id);
  }
}

function notFound(id: string): WireError {
  return refusal(404, 'not_found', `Interaction '${id}' not found.`);
}
