import type { GoogleGenAI } from '@google/genai/web';

type Sdk = { readonly GoogleGenAI: typeof GoogleGenAI };
let loaded: Promise<Sdk> | undefined;

/**
 * Loads the SDK at the first call. It weighs more than everything else together, so nothing of it is touched before
 * the first request.
 */
export function loadSdk(): Promise<Sdk> {
  loaded ??= import('@google/genai/web');
  return loaded;
}
