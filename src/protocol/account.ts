import type { NoFields, Shapes } from './shape';

export interface AccountRequests {
  setApiKey: NoFields;
  openKeyPage: NoFields;
  /** Keeps the key that was refused, as when there is no connection to try it. */
  saveRefusedKey: NoFields;
}

export const accountRequests: Shapes<AccountRequests> = { setApiKey: {}, openKeyPage: {}, saveRefusedKey: {} };
