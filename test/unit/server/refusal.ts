/** A request the server has to refuse, for one reason. */
export interface Refusal {
  readonly what: string;
  /** Merged into a valid request; undefined members are left out. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly status?: number;
  readonly code?: string;
  readonly message: RegExp;
}

export const text = { type: 'text', text: 'hi' };
export const user = (...content: readonly unknown[]) => ({ type: 'user_input', content });
export const fn = { type: 'function', name: 'read_file' };
export const research = { model: undefined, agent: 'deep-research-preview-04-2026', background: true };
export const unknown = { code: 'parameter_unknown' };
