/** Every variable that the SDK or a tool of Google's reads an address, a key or an account from, and our own. */
export function variablesOfOthers(url: string): Readonly<Record<string, string>> {
  return {
    GOOGLE_GEMINI_BASE_URL: url,
    GOOGLE_VERTEX_BASE_URL: url,
    GEMINI_INTERACTIONS_BASE_URL: url,
    GEMINI_NEXT_GEN_API_BASE_URL: url,
    GOOGLE_GENAI_USE_VERTEXAI: 'true',
    GOOGLE_GENAI_USE_ENTERPRISE: 'true',
    GOOGLE_GENAI_API_VERSION: 'v9',
    GOOGLE_GENAI_ACCESS_TOKEN: 'foreign-token',
    GOOGLE_GENAI_USER_PROJECT: 'foreign-project',
    GOOGLE_CLOUD_PROJECT: 'foreign-project',
    GOOGLE_CLOUD_LOCATION: 'foreign-place',
    GOOGLE_GENAI_DEBUG: 'true',
    GOOGLE_API_KEY: 'foreign-key',
    GEMINI_API_KEY: 'foreign-key',
    GOOGLE_GENAI_API_KEY: 'foreign-key',
    GEMINI_INTERACTIONS_API_KEY: 'foreign-key',
  };
}
