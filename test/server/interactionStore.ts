import type { Interactions } from '@google/genai';
import type { LiveInteraction } from './liveInteraction';
import { invalidRequest, refusal } from './wireError';

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
  #issued = 0;

  /** Ids look like the service's and are the same from run to run. */
  nextId(): string {
    this.#issued++;
    return `v1_${Buffer.from(`local-interaction-${String(this.#issued).padStart(6, '0')}`).toString('base64url')}`;
  }

  get all(): ReadonlyMap<string, LiveInteraction> {
    return this.#byId;
  }

  add(interaction: LiveInteraction): void {
    this.#byId.set(interaction.id, interaction);
  }

  find(id: string): LiveInteraction {
    const found = this.#byId.get(id);
    if (!found) throw refusal(404, 'not_found', `Interaction '${id}' not found.`);
    return found;
  }

  remove(id: string): boolean {
    return this.#byId.delete(id);
  }

  /** The steps a request inherits, oldest first. Links lost to retention are simply not remembered any more. */
  chain(previousId: string | undefined): readonly Interactions.Step[] {
    if (previousId === undefined) return [];
    const previous = this.#byId.get(previousId);
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
}
