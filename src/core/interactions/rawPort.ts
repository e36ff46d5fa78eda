import type { JsonObject } from '../base/json';
import type { InteractionEvent } from './events';
import type { InteractionRequest } from './port';

/** The service for who looks at requests themselves, and changes them by hand. */
export interface RawInteractions {
  /** The body of the request to a model as it goes over the wire. Source: SDK `CreateModelInteraction`. */
  bodyOf(request: InteractionRequest): JsonObject;
  /** The version of the API that has this model, such as `v1`, as far as it is known. */
  versionOf(model: string): string;
  /**
   * Makes exactly one request with this body and streams its events, whatever the body says of streaming. `model` must be
   * a text. Fails and aborts as `Interactions.ask` does.
   */
  askBody(body: JsonObject, signal: AbortSignal): AsyncIterable<InteractionEvent>;
}
