import type { Turn } from '../conversation/turn';

const dayMs = 24 * 3_600_000;
/** How long Google keeps an interaction after it was made. Source: the Interactions API's page on data retention. */
const paidMs = 55 * dayMs;
const freeMs = dayMs;

/** How long Google keeps a chat. Times are milliseconds since 1970. */
export type Retention =
  | { readonly kind: 'private' }
  /** `freeUntil` undefined: with a free key it is gone already. */
  | { readonly kind: 'kept'; readonly paidUntil: number; readonly freeUntil: number | undefined };

export interface RetainedChat {
  readonly isPrivate: boolean;
  readonly idsAtGoogle: readonly string[];
  turns(): readonly Pick<Turn, 'interactionId' | 'createdAt'>[];
}

/** How long Google keeps the newest answer of a chat. Undefined: it keeps none. */
export function retentionOf(chat: RetainedChat, now: number): Retention | undefined {
  if (chat.isPrivate) return { kind: 'private' };
  const there = new Set(chat.idsAtGoogle);
  const times = chat
    .turns()
    .flatMap(({ interactionId, createdAt }) =>
      interactionId !== undefined && there.has(interactionId) ? [createdAt] : [],
    );
  if (times.length === 0) return undefined;
  const newest = Math.max(...times);
  const paidUntil = newest + paidMs;
  const freeUntil = newest + freeMs;
  return paidUntil > now ? { kind: 'kept', paidUntil, freeUntil: freeUntil > now ? freeUntil : undefined } : undefined;
}
