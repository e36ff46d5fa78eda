import type { JsonValue } from '../core/base/json';
import type { PartDescriptor } from './descriptor';

/** A step or a piece of content of a type that this version does not know. */
export interface UnknownPart {
  readonly kind: 'unknown';
  /** What the service sent, as JSON text. */
  readonly text: string;
}

export const unknownPart: PartDescriptor<UnknownPart, JsonValue> = {
  read: (wire) => ({ kind: 'unknown', text: JSON.stringify(wire) }),
  markdown: () => 'nothing',
  searchText: () => '',
};
