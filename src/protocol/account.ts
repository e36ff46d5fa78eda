import type { NoFields, Shapes } from './shape';

export interface AccountRequests {
  setApiKey: NoFields;
  openKeyPage: NoFields;
}

export const accountRequests: Shapes<AccountRequests> = { setApiKey: {}, openKeyPage: {} };
