import { type JsonObject, textField } from '../core/base/json';
import type { ServerCallType, Step } from '../core/interactions/steps';
import type { PartDescriptor } from './descriptor';
import { otherFields } from './toolFields';

/** A step in which the model asks for a tool, run by Google or by us. */
export interface ToolCallPart {
  readonly kind: 'toolCall';
  /** The type of the step as the service spells it, such as `google_search_call`. */
  readonly step: string;
  /** The result names the call by this id. */
  readonly id: string;
  /** The function or the MCP tool; empty for Google's own tools. */
  readonly name: string;
  readonly arguments: JsonObject;
  /** The arguments as JSON text while that is not whole: they are on their way, or were cut off. */
  readonly argumentsText?: string;
  /** Fields that only some calls have, such as `server_name`, in wire form. */
  readonly other?: JsonObject;
}

const ownFields: ReadonlySet<string> = new Set(['type', 'id', 'name', 'arguments', 'signature', 'content']);

export const toolCallPart: PartDescriptor<ToolCallPart, Extract<Step, { type: 'function_call' | ServerCallType }>> = {
  read: ({ type, id, name, arguments: given, wire }) => {
    const argumentsText = textField(wire, 'arguments');
    const other = otherFields(wire, ownFields);
    return {
      kind: 'toolCall',
      step: type,
      id,
      name,
      arguments: given,
      ...(argumentsText !== undefined && { argumentsText }),
      ...(other && { other }),
    };
  },
  markdown: () => 'nothing',
  searchText: () => '',
  // The arguments come as JSON text in pieces.
  grow: (part, text) => ({ ...part, argumentsText: (part.argumentsText ?? '') + text }),
};
