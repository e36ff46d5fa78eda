import { flag, oneOf, optional, record, type Shapes, text } from './shape';

/** The file the user works in, which can go along with each question. */
export interface CurrentFileView {
  /** `watering.ts`, or `watering.ts:10-38` where something is selected. */
  readonly label: string;
  /** It goes along. */
  readonly isOn: boolean;
  /** It is more than a model reads at a time with ease. */
  readonly isLarge?: boolean;
}

/** What can go along with questions. */
export interface ContextState {
  /** Absent: no file is open. */
  readonly current?: CurrentFileView;
}

export const contextState = record<ContextState>({
  current: optional(record<CurrentFileView>({ label: text, isOn: flag, isLarge: optional(flag) })),
});

export interface ContextRequests {
  /** Lets the user choose what goes along with the next question. `trigger`: what was typed to ask for it. */
  addContext: { readonly trigger?: '@' | '#' };
  setCurrentFile: { readonly isOn: boolean };
}

export const contextRequests: Shapes<ContextRequests> = {
  addContext: { trigger: optional(oneOf(['@', '#'])) },
  setCurrentFile: { isOn: flag },
};

export interface ContextMoments {
  /** Something was chosen: what was typed to ask for it is not part of the question. */
  contextAdded: { readonly trigger: '@' | '#' };
}

export const contextMoments: Shapes<ContextMoments> = { contextAdded: { trigger: oneOf(['@', '#']) } };
