import type { JsonObject, JsonValue } from '../core/base/json';
import type { ServerResultType, Step } from '../core/interactions/steps';
import type { PartDescriptor } from './descriptor';
import { otherFields } from './toolFields';

/** A step with what a tool gave back. */
export interface ToolResultPart {
  readonly kind: 'toolResult';
  /** The type of the step as the service spells it, such as `google_search_result`. */
  readonly step: string;
  /** The id of the call that it answers. */
  readonly callId: string;
  /** The function or the MCP tool; empty for Google's own tools. */
  readonly name: string;
  /** As the service sent it: text, an object or a list. It may hold HTML, which is never to be shown as such. */
  readonly result: JsonValue;
  readonly isError: boolean;
  /** Fields that only some results have, in wire form. */
  readonly other?: JsonObject;
}

const ownFields: ReadonlySet<string> = new Set([
  'type',
  'call_id',
  'name',
  'result',
  'is_error',
  'signature',
  'content',
]);

export const toolResultPart: PartDescriptor<
  ToolResultPart,
  Extract<Step, { type: 'function_result' | ServerResultType }>
> = {
  read: (step) => {
    const { type, callId, result, isError, wire } = step;
    const other = otherFields(wire, ownFields);
    return { kind: 'toolResult', step: type, callId, name: nameOf(step), result, isError, ...(other && { other }) };
  },
  markdown: () => 'nothing',
  searchText: () => '',
};

/** Results of MCP tools have a name as well, although only those of functions must. */
function nameOf({ wire }: Pick<Step, 'wire'>): string {
  return typeof wire.name === 'string' ? wire.name : '';
}
