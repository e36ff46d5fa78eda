import { isJsonObject, type JsonObject, type JsonValue, objectField, textField } from '../base/json';
import { type Content, readContents } from './content';

export const serverCallTypes = [
  'code_execution_call',
  'file_search_call',
  'google_maps_call',
  'google_search_call',
  'mcp_server_tool_call',
  'processing_call',
  'retrieval_call',
  'url_context_call',
] as const;
export const serverResultTypes = [
  'code_execution_result',
  'file_search_result',
  'google_maps_result',
  'google_search_result',
  'mcp_server_tool_result',
  'processing_result',
  'retrieval_result',
  'url_context_result',
] as const;
export type ServerCallType = (typeof serverCallTypes)[number];
export type ServerResultType = (typeof serverResultTypes)[number];

interface StepCommon {
  /** The step as the service wrote it. A stateless history must return it unchanged, signatures included. */
  readonly wire: JsonObject;
}

/** One step of an interaction. Source: SDK type `Step`; a type of the future is `unknown` and keeps its wire form. */
export type Step = StepCommon &
  (
    | { readonly type: 'user_input'; readonly content: readonly Content[] }
    | { readonly type: 'model_output'; readonly content: readonly Content[] }
    | { readonly type: 'thought'; readonly summary: readonly Content[]; readonly signature: string }
    | { readonly type: 'function_call'; readonly id: string; readonly name: string; readonly arguments: JsonObject }
    | {
        readonly type: 'function_result';
        readonly callId: string;
        readonly name: string;
        readonly result: JsonValue;
        readonly isError: boolean;
      }
    | { readonly type: ServerCallType; readonly id: string; readonly name: string; readonly arguments: JsonObject }
    | {
        readonly type: ServerResultType;
        readonly callId: string;
        readonly result: JsonValue;
        readonly isError: boolean;
      }
    | { readonly type: 'unknown' }
  );

/** Gives a step in wire form its type. Fields the service left out read as empty, as it does in the first event of a step. */
export function readStep(wire: JsonObject): Step {
  switch (wire.type) {
    case 'user_input':
    case 'model_output':
      return { type: wire.type, content: readContents(wire.content), wire };
    case 'thought':
      return {
        type: 'thought',
        summary: readContents(wire.summary),
        signature: textField(wire, 'signature') ?? '',
        wire,
      };
    case 'function_call':
      return {
        type: 'function_call',
        id: textField(wire, 'id') ?? '',
        name: textField(wire, 'name') ?? '',
        arguments: objectField(wire, 'arguments') ?? {},
        wire,
      };
    case 'function_result':
      return {
        type: 'function_result',
        callId: textField(wire, 'call_id') ?? '',
        name: textField(wire, 'name') ?? '',
        result: wire.result ?? null,
        isError: wire.is_error === true,
        wire,
      };
    default:
      return readServerStep(wire);
  }
}

function readServerStep(wire: JsonObject): Step {
  const call = serverCallTypes.find((known) => known === wire.type);
  if (call) {
    return {
      type: call,
      id: textField(wire, 'id') ?? '',
      name: textField(wire, 'name') ?? '',
      arguments: objectField(wire, 'arguments') ?? {},
      wire,
    };
  }
  const result = serverResultTypes.find((known) => known === wire.type);
  if (result) {
    return {
      type: result,
      callId: textField(wire, 'call_id') ?? '',
      result: wire.result ?? null,
      isError: wire.is_error === true,
      wire,
    };
  }
  return { type: 'unknown', wire };
}

export function readSteps(value: unknown): readonly Step[] {
  return Array.isArray(value) ? value.filter(isJsonObject).map(readStep) : [];
}
