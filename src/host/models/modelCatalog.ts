import type { Interactions, ModelInfo } from '../../core/interactions/port';

/** The models that this key may use, as they were last listed. Lists nothing before the first use. */
export class ModelCatalog {
  private known: readonly ModelInfo[] = [];

  constructor(private readonly interactions: Interactions) {}

  /** Those that answer in a chat, without asking. */
  get models(): readonly ModelInfo[] {
    return this.known;
  }

  /** Lists them. Rejects with a Failure, or with the signal's reason. */
  async refresh(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    const listed = await this.interactions.listModels(signal);
    this.known = listed.filter(({ chats }) => chats);
    return this.known;
  }

  /** Another key may use others. */
  forget(): void {
    this.known = [];
  }
}
