/**
 * Stands in for the types of `google-auth-library`, which those of `@google/genai/web` name once. They would bring all of
 * Node's with them, and `process` would compile in core.
 */
export type GoogleAuthOptions = Readonly<Record<string, unknown>>;
