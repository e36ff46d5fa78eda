import type { Interactions } from '@google/genai';
import type { StoredFile } from '../fileStore';
import type { ServiceBehaviour } from '../serviceBehaviour';
import type { ApiVersion, CreateRequest } from '../wire';
import { refusal, type WireError } from '../wireError';

/** Where a request came in. */
export interface Surroundings {
  readonly version: ApiVersion;
  readonly behaviour: Readonly<ServiceBehaviour>;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** Looks at a whole, well-formed request and gives the refusal, if any. */
export type Rule = (request: CreateRequest, where: Surroundings) => WireError | undefined;

export function functionTools(request: CreateRequest): readonly Interactions.Function[] {
  return (request.tools ?? []).filter((tool) => tool.type === 'function');
}

export function missing(name: string): WireError {
  return refusal(400, 'parameter_missing', `Missing required parameter '${name}'.`);
}
