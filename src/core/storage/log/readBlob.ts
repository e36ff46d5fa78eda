import type { JsonObject } from '../../base/json';

/** Brings content too large for a line, by its SHA-256. Undefined: it is not there, or not what it was. */
export type ReadBlob = (sha256: string) => Promise<JsonObject | undefined>;
