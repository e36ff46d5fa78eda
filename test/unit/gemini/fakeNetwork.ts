import { setImmediate } from 'node:timers/promises';

/** One request as it would leave this machine. */
interface SentRequest {
  readonly url: URL;
  readonly init: RequestInit;
}

interface FakeNetwork {
  /** In the order in which they were sent. */
  readonly sent: readonly SentRequest[];
  /** Answers the requests that come from now on. */
  answer: (request: SentRequest) => Response | Promise<Response>;
  /** Resolves once so many requests were sent. */
  hasSent(count: number): Promise<void>;
}

/** Stands in the place of the network, for each test: nothing leaves this process. */
export function fakeNetwork(): FakeNetwork {
  const real = globalThis.fetch;
  const sent: SentRequest[] = [];
  const network: FakeNetwork = {
    sent,
    answer: () => Response.json({}),
    hasSent: async (count) => {
      while (sent.length < count) await setImmediate();
    },
  };
  beforeEach(() => {
    sent.length = 0;
    network.answer = () => Response.json({});
    globalThis.fetch = async (input, init = {}) => {
      const request = { url: new URL(String(input)), init };
      sent.push(request);
      return network.answer(request);
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });
  return network;
}

export const asBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A body that comes in these pieces and notes whether it was given up. */
export function pieces(...texts: readonly string[]) {
  const body = { stream: new ReadableStream<Uint8Array>(), given: 0, isGivenUp: false };
  body.stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const text = texts[body.given];
        body.given += 1;
        if (text === undefined) controller.close();
        else controller.enqueue(asBytes(text));
      },
      cancel() {
        body.isGivenUp = true;
      },
    },
    { highWaterMark: 0 },
  );
  return body;
}

/** The body of an answer, of which a test sends a piece whenever it wants. */
export class SlowBody {
  isGivenUp = false;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      this.controller = controller;
    },
    cancel: () => {
      this.isGivenUp = true;
    },
  });

  /** A piece that holds these events of a stream. */
  sendEvents(...events: readonly object[]): void {
    this.controller?.enqueue(asBytes(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')));
  }

  break(error: Error): void {
    this.controller?.error(error);
  }
}
