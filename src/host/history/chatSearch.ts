import type { SearchHit } from '../../core/conversation/savedChat';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';

/** Full-text search as the user types: only the latest query counts, and its hits are there as soon as they are found. */
export class ChatSearch {
  private query = '';
  private stopping: AbortController | undefined;
  private found = new Map<string, SearchHit>();
  /** Some of the texts could not be read. */
  hasFailed = false;

  constructor(
    private readonly library: Pick<ChatLibrary, 'search'>,
    /** There are more hits, or there will be no more. */
    private readonly onChange: () => void,
  ) {}

  /** The first hit of each chat, by its id. */
  get hits(): ReadonlyMap<string, SearchHit> {
    return this.found;
  }

  get isSearching(): boolean {
    return this.stopping !== undefined;
  }

  /** Starts again. What an earlier query still finds is dropped. */
  find(query: string): void {
    const wanted = query.trim();
    if (wanted === this.query) return;
    this.stop();
    this.query = wanted;
    this.found = new Map();
    this.hasFailed = false;
    if (wanted !== '') void this.run(wanted);
  }

  stop(): void {
    this.stopping?.abort();
    this.stopping = undefined;
    this.query = '';
  }

  private async run(query: string): Promise<void> {
    const own = new AbortController();
    this.stopping = own;
    try {
      for await (const hits of this.library.search(query, own.signal)) {
        if (own.signal.aborted) return;
        for (const hit of hits) if (!this.found.has(hit.chatId)) this.found.set(hit.chatId, hit);
        this.onChange();
      }
    } catch {
      if (!own.signal.aborted) this.hasFailed = true;
    }
    if (own.signal.aborted) return;
    this.stopping = undefined;
    this.onChange();
  }
}
