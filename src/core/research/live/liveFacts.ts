import { type AnswerPart, joinedParts } from '../../../parts/answerPart';
import { type Source, sourcesOf } from '../../../parts/sources';
import type { JsonValue } from '../../base/json';

/** A picture as the agent sends it. */
export interface LivePicture {
  readonly mimeType: string;
  /** Base64. */
  readonly data: string;
}

/** What people watch of a research. */
export interface LiveFacts {
  /** The headline of the last thought. Empty: there is none. */
  readonly headline: string;
  /** Summaries of thoughts, in Markdown. */
  readonly thoughts: readonly string[];
  /** What was searched for. */
  readonly searches: readonly string[];
  /** The pages that were read. */
  readonly pages: readonly string[];
  /** The web pages and places that the report cites so far. */
  readonly sources: readonly Source[];
  /** The report so far, in Markdown as the model wrote it. */
  readonly text: string;
  readonly pictures: readonly LivePicture[];
}

/** Reads what people watch from the parts of an answer. */
export function liveFacts(parts: readonly AnswerPart[]): LiveFacts {
  const thoughts = parts.flatMap((part) => (part.kind === 'thought' && part.text.trim() !== '' ? [part.text] : []));
  const calls = parts.flatMap((part) => (part.kind === 'toolCall' ? [part] : []));
  const listed = (step: string, field: string) =>
    unique(calls.filter((call) => call.step === step).flatMap((call) => texts(call.arguments[field])));
  return {
    headline: headline(thoughts.at(-1) ?? ''),
    thoughts,
    searches: listed('google_search_call', 'queries'),
    pages: listed('url_context_call', 'urls'),
    sources: sourcesOf(parts).filter(({ file }) => file === undefined),
    text: joinedParts(parts)
      .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
      .join('\n\n'),
    pictures: parts.flatMap((part) =>
      part.kind === 'media' && part.media === 'image' && part.data !== undefined
        ? [{ mimeType: part.mimeType, data: part.data }]
        : [],
    ),
  };
}

/** The headlines of a summary of thoughts, which are in bold. The last one tells what is done now. */
function headline(summary: string): string {
  const bold = [...summary.matchAll(/\*{2,3}(.+?)\*{2,3}/g)].at(-1)?.[1];
  return (bold ?? summary.trim().split('\n', 1)[0] ?? '').trim().slice(0, 120);
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
