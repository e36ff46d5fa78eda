import { type JsonObject, numberField, textField } from '../core/base/json';
import type { Annotation } from '../core/interactions/content';

/**
 * What a stretch of an answer rests on. `start` and `end` (exclusive) count UTF-8 bytes of the text they belong to, as the
 * service counts them; `citedRanges` converts them. Source: SDK types `URLCitation`, `FileCitation`, `PlaceCitation`.
 */
export type Citation = { readonly start: number; readonly end: number } & (
  | { readonly type: 'url'; readonly url: string; readonly title: string }
  | ({ readonly type: 'file' } & CitedFile)
  | { readonly type: 'place'; readonly name: string; readonly url: string; readonly placeId: string }
);

/** A file that an answer rests on. */
export interface CitedFile {
  readonly name: string;
  /** The document at Google. */
  readonly uri: string;
  /** Where the file lay in the folder of its store, if it was uploaded from here. */
  readonly path?: string;
  /** Counted from 1. Absent: it has none. */
  readonly page?: number;
}

/** The citations among the annotations of a text. Those that say something else, such as when a word is spoken, are none. */
export function readCitations(annotations: readonly Annotation[]): readonly Citation[] {
  return annotations.flatMap((annotation) => readCitation(annotation) ?? []);
}

/** The same citations in a text that has `bytes` more bytes in front. */
export function movedCitations(citations: readonly Citation[], bytes: number): readonly Citation[] {
  return citations.map((citation) => ({ ...citation, start: citation.start + bytes, end: citation.end + bytes }));
}

function readCitation(annotation: Annotation): Citation | undefined {
  switch (annotation.type) {
    case 'url_citation': {
      const { url, title, start, end } = annotation;
      return { type: 'url', url, title, start, end };
    }
    case 'file_citation': {
      const { type: _, ...file } = annotation;
      return { type: 'file', ...file };
    }
    case 'place_citation':
      return readPlace(annotation.wire);
    case 'speech_metadata':
    case 'word_info':
    case 'unknown':
      return undefined;
  }
}

function readPlace(wire: JsonObject): Citation {
  return {
    type: 'place',
    name: textField(wire, 'name') ?? '',
    url: textField(wire, 'url') ?? '',
    placeId: textField(wire, 'place_id') ?? '',
    start: numberField(wire, 'start_index') ?? 0,
    end: numberField(wire, 'end_index') ?? 0,
  };
}
