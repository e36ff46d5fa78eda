import type { InteractionEvent } from '../../../src/core/interactions/events';
import type { InteractionRequest, Interactions } from '../../../src/core/interactions/port';
import type { RawInteractions } from '../../../src/core/interactions/rawPort';
import { interactionsOver } from '../../../src/gemini/client';
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../../server/localServer';

/** A local server for each test, and the real client on it. */
export function serverUnderTest(options: LocalServerOptions = {}): {
  readonly server: LocalServer;
  readonly client: Interactions & RawInteractions;
} {
  let server: LocalServer | undefined;
  beforeEach(async () => {
    server = await startLocalServer(options);
  });
  afterEach(async () => {
    await server?.close();
  });
  const running = (): LocalServer => {
    if (!server) throw new Error('the server runs only inside tests');
    return server;
  };
  return {
    get server() {
      return running();
    },
    get client() {
      return interactionsOver(() => Promise.resolve({ origin: running().url, key: 'test-key' }));
    },
  };
}

export const never = (): AbortSignal => new AbortController().signal;

export function question(text: string, more: Partial<InteractionRequest> = {}): InteractionRequest {
  return { model: 'gemini-3.8-flash', input: [{ type: 'text', text }], store: true, ...more };
}

/** All events that came over the wire. */
export async function collect(events: AsyncIterable<InteractionEvent>): Promise<InteractionEvent[]> {
  const all: InteractionEvent[] = [];
  for await (const event of events) if (event.type !== 'connected') all.push(event);
  return all;
}

/** The text of all text deltas and of the starts of output steps. */
export function textOf(events: readonly InteractionEvent[]): string {
  return events
    .map((event) => {
      if (event.type === 'stepGrew' && event.delta.type === 'text') return event.delta.text;
      if (event.type === 'stepStarted' && event.step.type === 'model_output') {
        return event.step.content.map((content) => (content.type === 'text' ? content.text : '')).join('');
      }
      return '';
    })
    .join('');
}
