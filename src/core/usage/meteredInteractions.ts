import { type JsonObject, textField } from '../base/json';
import { isResearchAgent } from '../interactions/agents';
import type { Interaction, InteractionEvent, RememberedInteraction } from '../interactions/events';
import type { AgentRequest, InteractionRequest, Interactions, ModelInfo } from '../interactions/port';
import type { Purpose } from '../interactions/purpose';
import type { RawInteractions } from '../interactions/rawPort';
import { isTerminal } from '../interactions/status';
import type { Usage } from '../interactions/usage';

/** An interaction that has ended here. */
export interface EndedInteraction {
  /** Empty: it is not stored. */
  readonly id: string;
  /** The model that answered, or that was asked where the service does not say. Empty: an agent's, or not known. */
  readonly model: string;
  /** The model that was asked, where another one answered. */
  readonly askedModel?: string | undefined;
  readonly agent?: string | undefined;
  /** The agent was asked for a plan alone. */
  readonly isPlan?: boolean | undefined;
  readonly purpose: Purpose;
  /** Undefined: the service has not said. It may say later, and then the same interaction ends once more. */
  readonly usage: Usage | undefined;
}

export interface Meter {
  /** Before something is asked that no person watches being asked. Rejects with a Failure: it shall not be. */
  admit(purpose: Purpose): Promise<void>;
  ended(interaction: EndedInteraction): void;
}

type Asked = Pick<EndedInteraction, 'model' | 'askedModel' | 'agent' | 'isPlan' | 'purpose'>;

/** The port, with every interaction that ends told to a meter, wherever its end is met. */
export class MeteredInteractions implements Interactions, RawInteractions {
  /** What was asked in this window, by the id the service gave it. */
  private readonly asked = new Map<string, Asked>();
  private readonly counted = new Set<string>();

  constructor(
    private readonly inner: Interactions & RawInteractions,
    private readonly meter: Meter,
  ) {}

  ask(request: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const { model, agent, purpose = 'chat', continuationToken } = request;
    const asked = { model, purpose, ...(agent && { agent: agent.id }) };
    // A chat asks before it writes the question down, and the rest of an answer is part of it.
    const isAdmitted = isOfChat(purpose) || continuationToken !== undefined;
    const admitted = isAdmitted ? undefined : () => this.meter.admit(purpose);
    return this.watched(() => this.inner.ask(request, signal), signal, asked, admitted);
  }

  /** What a person has written into a request by hand is asked once, and counted as any other. */
  askBody(body: JsonObject, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    const asked = { model: textField(body, 'model') ?? '', purpose: 'replay' } as const;
    return this.watched(
      () => this.inner.askBody(body, signal),
      signal,
      asked,
      () => this.meter.admit('replay'),
    );
  }

  bodyOf(request: InteractionRequest): JsonObject {
    return this.inner.bodyOf(request);
  }

  versionOf(model: string): string {
    return this.inner.versionOf(model);
  }

  async startAgent(request: AgentRequest, signal: AbortSignal): Promise<Interaction> {
    await this.meter.admit('research');
    const started = await this.inner.startAgent(request, signal);
    const isPlan = request.agentConfig.collaborative_planning === true;
    this.asked.set(started.id, { model: '', agent: request.agent, isPlan, purpose: 'research' });
    return this.seen(started);
  }

  async get(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.seen(await this.inner.get(id, signal));
  }

  getWithInput(id: string, signal: AbortSignal): Promise<RememberedInteraction> {
    return this.inner.getWithInput(id, signal);
  }

  follow(id: string, lastEventId: string | undefined, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    return this.watched(() => this.inner.follow(id, lastEventId, signal), undefined, this.asked.get(id));
  }

  async cancel(id: string, signal: AbortSignal): Promise<Interaction> {
    return this.seen(await this.inner.cancel(id, signal));
  }

  delete(id: string, signal: AbortSignal): Promise<void> {
    return this.inner.delete(id, signal);
  }

  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    return this.inner.listModels(signal);
  }

  /** `signal`: where its abort ends the interaction for this window, whatever it has cost. */
  private watched(
    open: () => AsyncIterable<InteractionEvent>,
    signal: AbortSignal | undefined,
    asked: Asked | undefined,
    admit?: () => Promise<void>,
  ): AsyncIterable<InteractionEvent> {
    let id: string | undefined;
    let soFar: Usage | undefined;
    let isCounted = false;
    const note = (event: InteractionEvent) => {
      if (event.totalUsage) soFar = event.totalUsage;
      if (event.type === 'created') {
        ({ id } = event.interaction);
        if (asked && id !== '') this.asked.set(id, withModel(asked, event.interaction));
      }
      if (event.type === 'statusChanged' && event.usage && isTerminal(event.status)) soFar = event.usage;
      if (event.type !== 'completed') return;
      isCounted = true;
      id = event.interaction.id || id || '';
      this.count({ ...event.interaction, id, ...(soFar && !event.interaction.usage && { usage: soFar }) }, asked);
    };
    const leave = () => {
      if (isCounted || id === undefined || !asked || this.counted.has(id)) return;
      isCounted = true;
      this.meter.ended({ ...(this.asked.get(id) ?? asked), id, usage: soFar });
    };
    signal?.addEventListener('abort', leave, { once: true });
    return {
      [Symbol.asyncIterator]: () => {
        let events: AsyncIterator<InteractionEvent> | undefined;
        const next = async () => {
          if (!events) {
            await admit?.();
            events = open()[Symbol.asyncIterator]();
          }
          const result = await events.next();
          if (result.done) leave();
          else note(result.value);
          return result;
        };
        return { next, return: async () => (await events?.return?.()) ?? { done: true, value: undefined } };
      },
    };
  }

  private seen(found: Interaction): Interaction {
    if (isTerminal(found.status) && found.usage) this.count(found, this.asked.get(found.id));
    return found;
  }

  private count(ended: Interaction, asked: Asked | undefined): void {
    const { id, agent, usage } = ended;
    if (this.counted.has(id)) return;
    // Interactions without an id cannot be told apart: each one counts.
    if (id !== '' && usage) this.counted.add(id);
    const purpose = agent !== undefined && isResearchAgent(agent) ? 'research' : 'chat';
    const known = asked ?? { model: '', purpose, ...(agent !== undefined && { agent }) };
    this.meter.ended({ ...withModel(known, ended), id, usage });
  }
}

/** What a chat asks for itself: it has looked at the budget before it wrote the question down. */
export function isOfChat(purpose: Purpose): boolean {
  return purpose === 'chat' || purpose === 'compare' || purpose === 'review';
}

function withModel(asked: Asked, { model }: Interaction): Asked {
  if (model === undefined || model === asked.model || asked.agent !== undefined) return asked;
  return { ...asked, model, ...(asked.model !== '' && { askedModel: asked.askedModel ?? asked.model }) };
}
