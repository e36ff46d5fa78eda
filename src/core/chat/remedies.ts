import type { TurnFailure } from '../conversation/turn';
import type { InteractionRequest } from '../interactions/port';

/** The other form in which a question is asked once more after the service refused it and billed nothing. */
export type RemedyKind = 'rebuild' | 'withoutThoughts' | 'foreground';

export interface Remedy {
  readonly kind: RemedyKind;
  readonly request: InteractionRequest;
}

/**
 * The form of the question that the service may accept after it refused `asked`. Undefined: no form is left. Each kind is
 * tried once. `rebuilt` is the same question with the whole history.
 */
export function remedyFor(
  failure: TurnFailure,
  asked: InteractionRequest,
  rebuilt: InteractionRequest | undefined,
  tried: ReadonlySet<RemedyKind>,
): Remedy | undefined {
  const whole = asked.previousInteractionId === undefined ? undefined : rebuilt && inPlaceOf(asked, rebuilt);
  if (whole && !tried.has('rebuild') && lacksHistory(failure)) return { kind: 'rebuild', request: whole };
  if (failure.reason === 'signatureRefused' && !tried.has('withoutThoughts')) {
    const request = withoutThoughts(asked) ?? (whole && withoutThoughts(whole));
    return request && { kind: 'withoutThoughts', request };
  }
  if (asked.background && !tried.has('foreground') && refusesBackground(failure)) {
    return { kind: 'foreground', request: { ...asked, background: false } };
  }
  return undefined;
}

/**
 * The service does not have the interaction to be continued, may not show it to this key (another project's: 403), or
 * cannot continue from it (501, js-genai #1694). Its wording for the first is not known, so any 404 counts.
 */
function lacksHistory({ reason, status }: TurnFailure): boolean {
  if (reason === 'historyExpired') return true;
  if (reason === 'modelUnavailable' || reason === 'environmentGone') return false;
  return status === 404 || (status === 403 && reason === 'keyNotAllowed') || status === 501;
}

/** Only a refusal that names the background, storing or a permission: any other 400 would meet the foreground, too. */
function refusesBackground({ reason, status }: TurnFailure): boolean {
  return status !== undefined && (reason === 'backgroundRefused' || reason === 'keyNotAllowed');
}

function inPlaceOf(asked: InteractionRequest, rebuilt: InteractionRequest): InteractionRequest {
  return { ...rebuilt, ...(asked.background !== undefined && { background: asked.background }) };
}

/** The request without its thoughts. Undefined: it has none. */
function withoutThoughts(request: InteractionRequest): InteractionRequest | undefined {
  const history = request.history?.filter((step) => step.type !== 'thought');
  return history && history.length !== request.history?.length ? { ...request, history } : undefined;
}
