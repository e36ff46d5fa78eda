import { isJsonObject, type JsonObject } from '../base/json';

/** One thing that a review of code has found. */
export interface Finding {
  readonly file: string;
  /** Counted from 1, as the model counts: it is sometimes some lines off. */
  readonly line: number;
  /** The line as the model read it. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'suggestion';
  readonly title: string;
  readonly detail: string;
}

/** The first name in the answer to a review, by which its answers are known. */
export const findingsKey = 'reviewFindings';

const severities = ['error', 'warning', 'suggestion'] as const;

/** The form of the answer. The summary comes last, so that findings show while the rest is being written. */
export const findingsSchema: JsonObject = {
  type: 'object',
  properties: {
    [findingsKey]: {
      type: 'array',
      description: 'What is wrong or could be better, the worst first. Empty if nothing is.',
      items: {
        type: 'object',
        properties: {
          file: { type: 'string', description: 'The path that is given above the code.' },
          line: { type: 'integer', minimum: 1, description: 'The number of the line in the file.' },
          code: { type: 'string', description: 'That line, exactly as it is in the code.' },
          severity: { type: 'string', enum: [...severities] },
          title: { type: 'string', description: 'The finding in at most ten words.' },
          detail: {
            type: 'string',
            description: 'Why it matters and what to do, in one to three sentences of Markdown.',
          },
        },
        required: ['file', 'line', 'code', 'severity', 'title', 'detail'],
      },
    },
    summary: { type: 'string', description: 'The whole in one or two sentences. If nothing was found, say so.' },
  },
  required: [findingsKey, 'summary'],
};

/** Undefined: it is none. */
export function readFinding(value: unknown): Finding | undefined {
  if (!isJsonObject(value)) return undefined;
  const { file, line, code, severity, title, detail } = value;
  if (typeof file !== 'string' || typeof title !== 'string' || typeof line !== 'number') return undefined;
  return {
    file,
    line: Math.max(1, Math.trunc(line) || 1),
    code: typeof code === 'string' ? code : '',
    severity: severities.find((known) => known === severity) ?? 'suggestion',
    title,
    detail: typeof detail === 'string' ? detail : '',
  };
}
