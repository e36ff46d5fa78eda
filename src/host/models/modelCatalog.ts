import type { FailureReason } from '../../core/base/failure';
import type { Interactions, ModelInfo } from '../../core/interactions/port';
import { modelFacts } from '../../core/models/modelFacts';

/** The models that this key may use, as they were last listed. Lists nothing before the first use. */
export class ModelCatalog {
  private known: readonly ModelInfo[] = [];
  private readonly gone = new Set<string>();

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

  /** Whether the service lists it perhaps, and has none of that name for this key all the same. */
  isGone(model: string): boolean {
    return this.gone.has(model);
  }

  /** How the last question to a model went. */
  asked(model: string, reason: FailureReason | undefined): void {
    if (reason === 'modelUnavailable') this.gone.add(model);
    else if (reason === undefined) this.gone.delete(model);
  }

  /** Another key may use others. */
  forget(): void {
    this.known = [];
    this.gone.clear();
  }
}
