import type { Turn } from './turn';

/** Ends of an answer that broke off although nothing went wrong. */
const cutShort: readonly (string | undefined)[] = ['incomplete', 'budget_exceeded'];

/** Whether there is the beginning of an answer that Gemini could go on with, because it was stopped or reached a limit. */
export function mayGoOn({ status, endedAs, parts }: Pick<Turn, 'status' | 'endedAs' | 'parts'>): boolean {
  const isCut = status === 'stopped' || (status === 'done' && cutShort.includes(endedAs));
  return isCut && parts.some((part) => part.kind === 'text');
}
