import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  numberField,
  objectField,
  objectsField,
  textField,
} from '../base/json';

/** What text in an answer rests on. Offsets count UTF-8 bytes in the text item, end exclusive. Source: SDK type `Annotation`. */
export type Annotation =
  | {
      readonly type: 'url_citation';
      readonly url: string;
      readonly title: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'file_citation';
      readonly name: string;
      readonly uri: string;
      /** Where the file lay in the folder of its store, if it was uploaded from here. */
      readonly path?: string;
      /** Counted from 1. Of a text there is none. */
      readonly page?: number;
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'place_citation' | 'speech_metadata' | 'word_info' | 'unknown'; readonly wire: JsonObject };

export const mediaTypes = ['image', 'audio', 'video', 'document'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** One piece of a step's content. Source: SDK type `Content`. */
export type Content =
  | { readonly type: 'text'; readonly text: string; readonly annotations: readonly Annotation[] }
  | { readonly type: MediaType; readonly mimeType: string; readonly data?: string; readonly uri?: string }
  | { readonly type: 'unknown'; readonly wire: JsonValue };

export function readContent(value: unknown): Content {
  if (!isJsonObject(value)) return { type: 'unknown', wire: typeof value === 'string' ? value : null };
  const media = mediaTypes.find((known) => known === value.type);
  if (media) {
    const data = textField(value, 'data');
    const uri = textField(value, 'uri');
    const mimeType = textField(value, 'mime_type') ?? '';
    return { type: media, mimeType, ...(data !== undefined && { data }), ...(uri !== undefined && { uri }) };
  }
  // Some of the service's own examples leave `type` out for text.
  if (value.type === 'text' || value.type === undefined) {
    const text = textField(value, 'text');
    if (text !== undefined) {
      return { type: 'text', text, annotations: objectsField(value, 'annotations').map(readAnnotation) };
    }
  }
  return { type: 'unknown', wire: value };
}

export function readContents(value: unknown): readonly Content[] {
  if (Array.isArray(value)) return value.map(readContent);
  return value === undefined ? [] : [readContent(value)];
}

export function readAnnotation(wire: JsonObject): Annotation {
  const start = numberField(wire, 'start_index') ?? 0;
  const end = numberField(wire, 'end_index') ?? 0;
  switch (wire.type) {
    case 'url_citation':
      return {
        type: 'url_citation',
        url: textField(wire, 'url') ?? '',
        title: textField(wire, 'title') ?? '',
        start,
        end,
      };
    case 'file_citation': {
      const uri = textField(wire, 'document_uri') ?? textField(wire, 'source') ?? '';
      const path = textField(objectField(wire, 'custom_metadata') ?? {}, 'path');
      const page = numberField(wire, 'page_number');
      return {
        type: 'file_citation',
        name: textField(wire, 'file_name') ?? uri,
        uri,
        ...(path !== undefined && { path }),
        ...(page !== undefined && { page }),
        start,
        end,
      };
    }
    case 'place_citation':
    case 'speech_metadata':
    case 'word_info':
      return { type: wire.type, wire };
    default:
      return { type: 'unknown', wire };
  }
}
