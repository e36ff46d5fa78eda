import type { Interactions, ModelInfo } from '../../core/interactions/port';
import { modelFacts } from '../../core/models/modelFacts';

/** The models that this key may use, as they were last listed. Lists nothing before the first use. */
export class ModelCatalog {
  private known: readonly ModelInfo[] = [];

  constructor(private readonly interactions: Interactions) {}

  /** Those that answer in a chat, with words or with pictures, without asking. */
  get models(): readonly ModelInfo[] {
    return this.known;
  }

  /** How many tokens a model can read, as the service lists it or as is known besides. Undefined: neither. */
  limitOf(model: string): number | undefined {
    return this.known.find(({ id }) => id === model)?.inputTokenLimit || modelFacts(model)?.reads;
  }

  /** Lists them. Rejects with a Failure, or with the signal's reason. */
  async refresh(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    const listed = await this.interactions.listModels(signal);
    this.known = listed.filter(({ chats, draws }) => chats || draws);
    return this.known;
  }

  /** Another key may use others. */
  forget(): void {
    this.known = [];
  }
}
