import { findingsSchema } from '../../../../src/core/conversation/findings';
import type { InteractionRequest } from '../../../../src/core/interactions/port';

export interface GoldenTurn {
  readonly name: string;
  readonly request: InteractionRequest;
  /** The file on disk that the media of the request came from. */
  readonly file?: { readonly path: string; readonly data: string };
}

/** A picture of one pixel. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M9QDwADgQF/iVu6UQAAAABJRU5ErkJggg==';

/** What breaks out of strings, of comments and of shells, and what nobody sees. */
const hostileText = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: It shall look like one.
  'Say `hello` to "Ada" and \'Bob\', for $5, ${process.exit(3)}, $(exit 4) and \\`exit 5\\`.',
  'JSON',
  "'''",
  '"""',
  '*/ // # \\u0041 \\n \\',
  'tabs\tand\rreturns, NUL \0 and bell \u0007, \u2028 and \u2029, \u202e right to left \u202c',
  '🚀 Zürich 東京 – \u{e0041} \u200b \u00ad end',
].join('\n');

/** The name of the chained turn's predecessor, which a server does not know. */
export const earlierId = 'v1_ChdFYXJsaWVyLWludGVyYWN0aW9uLWlk';

const text = (prompt: string) => [{ type: 'text', text: prompt }] as const;
const picture = { type: 'image', mimeType: 'image/png', data: pixel } as const;

export const goldenTurns: readonly GoldenTurn[] = [
  {
    name: '01-plain',
    request: { model: 'gemini-3.8-flash', input: text('What is a monad?'), store: true, thinkingSummaries: true },
  },
  { name: '02-hostile', request: { model: 'gemini-3.8-flash', input: text(hostileText), store: true } },
  {
    name: '03-chained',
    request: {
      model: 'gemini-3.8-flash',
      input: text('And what is my name?'),
      previousInteractionId: earlierId,
      store: true,
      systemInstruction: 'Answer in “one” sentence.\nUse `code` where it’s due. 🙂',
    },
  },
  {
    name: '04-private-history',
    request: {
      model: 'gemini-3.8-flash',
      input: text('What is my name?'),
      store: false,
      history: [
        { type: 'user_input', content: [{ type: 'text', text: 'My name is Ada.' }] },
        { type: 'thought', signature: 'CiQBDDnWxyz+/==' },
        { type: 'model_output', content: [{ type: 'text', text: 'Hello Ada.' }] },
      ],
    },
  },
  {
    name: '05-search',
    request: {
      model: 'gemini-3.8-flash',
      input: text('Who won the Euro 2024?'),
      store: true,
      tools: [{ type: 'google_search' }],
      thinkingLevel: 'low',
    },
  },
  {
    name: '06-page',
    request: {
      model: 'gemini-3.8-flash',
      input: text('Summarise https://example.com/page?a=1&b=2'),
      store: true,
      tools: [{ type: 'url_context' }, { type: 'google_search' }],
      maxOutputTokens: 2_000,
    },
  },
  {
    name: '07-code-execution',
    request: {
      model: 'gemini-3.8-flash',
      input: text('Compute the first ten primes.'),
      store: true,
      tools: [{ type: 'code_execution' }],
      serviceTier: 'flex',
    },
  },
  {
    name: '08-file',
    request: { model: 'gemini-3.8-flash', input: [picture, ...text('What is in the picture?')], store: true },
    file: { path: "/home/ada/My pictures/it's $HOME.png", data: pixel },
  },
  {
    name: '09-pasted-and-schema',
    request: {
      model: 'gemini-3.8-flash',
      input: [picture, ...text('Review it.')],
      store: true,
      responseFormat: { type: 'text', mime_type: 'application/json', schema: findingsSchema },
    },
  },
  {
    name: '10-background',
    request: {
      model: 'gemini-4-hydrogen',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: It is the user's code.
      input: text('Explain this:\n```ts\nexport const a = `${b}`;\n```'),
      store: true,
      background: true,
      thinkingLevel: 'xhigh',
      thinkingSummaries: true,
    },
  },
];
