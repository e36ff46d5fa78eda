import type { MediaType } from '../interactions/content';
import type { ThinkingLevel } from '../interactions/port';

/** What is known of a model besides what the service lists. */
export interface ModelFacts {
  readonly thinking: readonly ThinkingLevel[];
  /** What it takes besides text. Absent: all that the service takes. */
  readonly inputs?: readonly MediaType[];
  /** Tokens it can read, for the time before the service has listed it. */
  readonly reads?: number;
  /** What is paid for a million tokens, the price that counts now first. US dollars. */
  readonly prices?: readonly ModelPrice[];
  /** From this day on `replacedBy` is asked in its place. As in `2026-12-01`. Absent: with `replacedBy`, a day long gone. */
  readonly retires?: string;
  /** What Google names as its successor. */
  readonly replacedBy?: string;
}

export interface ModelPrice {
  readonly input: number;
  /** Input that the service had cached. Absent: not known, and counted as any other input. */
  readonly cached?: number;
  readonly output: number;
  /** Where longer inputs cost more: from how many tokens on, and what. */
  readonly long?: { readonly above: number; readonly input: number; readonly output: number };
  /** The last day that it counts, as in `2026-12-31`. Absent: until Google says otherwise. */
  readonly until?: string;
}

interface ModelTable {
  /** The day of the last comparison with Google's pages. */
  readonly checkedOn: string;
  /** Where the prices stand. */
  readonly source: string;
  readonly models: Readonly<Record<string, ModelFacts>>;
}

/** The cheapest model that answers: for what needs no thinking. */
export const smallModel = { id: 'gemini-3.5-flash-lite', price: { input: 0.3, output: 2.5 } } as const;
/** The model that makes images where none was chosen: all ratios, and up to 4K. */
export const usualImageModel = 'gemini-nano-banana-2.1';

const million = 1_048_576;

/**
 * What the list of the service does not tell: levels of thinking, inputs, prices and retirements. Sources: the pages
 * "Thinking", "Models", "Gemma", "Pricing" and "Deprecations" of the Gemini API. A model that is missing here can be used all the same.
 */
export const modelTable: ModelTable = {
  checkedOn: '2026-11-28',
  source: 'https://ai.google.dev/gemini-api/docs/pricing',
  models: {
    'gemini-4-hydrogen': {
      thinking: ['low', 'medium', 'high', 'xhigh'],
      reads: million,
      prices: [{ input: 1.5, cached: 0.075, output: 7.5 }],
    },
    'gemini-4-carbon': {
      thinking: ['low', 'medium', 'high'],
      reads: million,
      prices: [
        { input: 2, cached: 0.1, output: 10, until: '2026-11-30' },
        { input: 4, output: 20 },
      ],
    },
    'gemini-4-argon': {
      thinking: ['low', 'medium', 'high'],
      reads: million,
      prices: [
        { input: 2, output: 10, until: '2026-11-30' },
        { input: 4, output: 20 },
      ],
    },
    'gemini-3.8-flash': {
      thinking: ['low', 'medium', 'high'],
      reads: million,
      prices: [
        { input: 0.75, output: 3.75, until: '2026-12-31' },
        { input: 1.5, output: 7.5 },
      ],
    },
    'gemini-3.7-flash': {
      thinking: ['low', 'medium', 'high'],
      retires: '2026-10-08',
      replacedBy: 'gemini-3.8-flash',
    },
    'gemini-3.6-flash': { thinking: ['minimal', 'low', 'medium', 'high'] },
    'gemini-3.5-flash': {
      thinking: ['minimal', 'low', 'medium', 'high'],
      prices: [{ input: 1.5, output: 9 }],
    },
    [smallModel.id]: {
      thinking: ['minimal', 'low', 'medium', 'high'],
      prices: [smallModel.price],
    },
    'gemini-3.1-pro-preview': {
      thinking: ['low', 'medium', 'high'],
      prices: [{ input: 2, output: 12, long: { above: 200_000, input: 4, output: 18 } }],
    },
    'gemini-2.5-pro': {
      thinking: ['low', 'medium', 'high'],
      retires: '2026-12-01',
      replacedBy: 'gemini-3.8-flash',
    },
    'gemini-2.5-flash': {
      thinking: ['low', 'medium', 'high'],
      retires: '2026-12-01',
      replacedBy: 'gemini-3.5-flash-lite',
    },
    'gemini-2.5-flash-lite': { thinking: ['low', 'medium', 'high'] },
    'gemma-4-31b-it': { thinking: [], inputs: ['image'] },
    'gemma-4-26b-a4b-it': { thinking: [], inputs: ['image'] },
    // Agents stand here for what they take and what takes their place.
    'antigravity-preview-09-2026': { thinking: [], inputs: ['image'] },
    'antigravity-preview-05-2026': gone('antigravity-preview-09-2026', '2026-10-05'),
    'gemini-2.0-flash': gone('gemini-3.8-flash', '2026-06-01'),
    'gemini-2.0-flash-exp': gone('gemini-3.8-flash', '2026-06-01'),
    'gemini-2.0-flash-lite': gone('gemini-3.5-flash-lite', '2026-06-01'),
    'gemini-1.5-pro': gone('gemini-3.1-pro-preview'),
    'gemini-1.5-flash': gone('gemini-3.8-flash'),
    'gemini-1.5-flash-8b': gone('gemini-3.5-flash-lite'),
    'gemini-3.1-flash-lite-preview': gone('gemini-3.5-flash-lite'),
  },
};

/** A model that no longer answers. Without a day: Google's pages of today no longer name it. */
function gone(replacedBy: string, retires?: string): ModelFacts {
  return { thinking: ['low', 'medium', 'high'], replacedBy, ...(retires !== undefined && { retires }) };
}
