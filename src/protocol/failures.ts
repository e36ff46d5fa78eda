import { oneOf, optional, record, type Shapes, text } from './shape';

/** The one thing a button under a failure does. */
export const failureActions = [
  'setApiKey',
  'retry',
  'resend',
  'continue',
  'wait',
  'switchModel',
  'checkConnection',
  'openKeyPage',
  'openBilling',
  'openSettings',
  'goOnToday',
  'withoutTools',
  'takeBack',
  'newEnvironment',
] as const;
export type FailureAction = (typeof failureActions)[number];

export interface FailureView {
  /** What happened, then what to do. */
  readonly message: string;
  readonly action?: { readonly id: FailureAction; readonly label: string };
}

export const actionView = record<NonNullable<FailureView['action']>>({ id: oneOf(failureActions), label: text });

export const failureView = record<FailureView>({ message: text, action: optional(actionView) });

export interface FailureRequests {
  actOnFailure: { readonly turnId: string; readonly action: FailureAction };
}

export const failureRequests: Shapes<FailureRequests> = {
  actOnFailure: { turnId: text, action: oneOf(failureActions) },
};
