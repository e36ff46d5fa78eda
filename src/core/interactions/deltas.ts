import { isJsonObject, type JsonObject, objectField, objectsField, textField } from '../base/json';
import { type Annotation, type Content, type MediaType, mediaTypes, readAnnotation, readContent } from './content';
import { type ServerCallType, type ServerResultType, serverCallTypes, serverResultTypes } from './steps';

/** What a `step.delta` adds. Source: SDK type `StepDeltaData`; a type of the future is `unknown`. */
export type StepDelta = { readonly wire: JsonObject } & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'text_annotation_delta'; readonly annotations: readonly Annotation[] }
  | { readonly type: 'thought_summary'; readonly content: Content }
  | { readonly type: 'thought_signature'; readonly signature: string }
  /** A piece of the arguments' JSON text, to be joined per step and read when the step stops; or fields of them, read already. */
  | { readonly type: 'arguments_delta'; readonly json: string; readonly fields?: JsonObject }
  | { readonly type: MediaType; readonly content: Content }
  | { readonly type: ServerCallType }
  | { readonly type: ServerResultType }
  | { readonly type: 'function_result' }
  | { readonly type: 'unknown' }
);

export function readDelta(value: unknown): StepDelta {
  if (!isJsonObject(value)) return { type: 'unknown', wire: {} };
  const wire = value;
  switch (wire.type) {
    case 'text_annotation_delta':
      return {
        type: 'text_annotation_delta',
        annotations: objectsField(wire, 'annotations').map(readAnnotation),
        wire,
      };
    case 'thought_summary':
      return { type: 'thought_summary', content: readContent(objectField(wire, 'content')), wire };
    case 'thought_signature':
      return { type: 'thought_signature', signature: textField(wire, 'signature') ?? '', wire };
    case 'arguments_delta': {
      const fields = objectField(wire, 'arguments');
      if (fields) return { type: 'arguments_delta', json: '', fields, wire };
      return { type: 'arguments_delta', json: textField(wire, 'arguments') ?? '', wire };
    }
    case 'function_result':
      return { type: 'function_result', wire };
    default:
      return readMediaOrTool(wire);
  }
}

function readMediaOrTool(wire: JsonObject): StepDelta {
  const media = mediaTypes.find((known) => known === wire.type);
  if (media) return { type: media, content: readContent(wire), wire };
  const tool = [...serverCallTypes, ...serverResultTypes].find((known) => known === wire.type);
  if (tool) return { type: tool, wire };
  const text = textField(wire, 'text');
  // A delta that has text but no type is text: the service's own examples contain such.
  if (text !== undefined && (wire.type === 'text' || wire.type === undefined)) return { type: 'text', text, wire };
  return { type: 'unknown', wire };
}
