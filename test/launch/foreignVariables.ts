const NAMES = [
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'GEMINI_INTERACTIONS_API_KEY',
  'GEMINI_INTERACTIONS_BASE_URL',
  'GEMINI_INTERACTIONS_WATCH_MS',
  'GEMINI_INTERACTIONS_STARTERS',
  'GEMINI_INTERACTIONS_OPEN_CHAT',
];

/** Unsets what the person at this machine may have set, and an extension under test must not find by chance. */
export const noForeignVariables: Readonly<Record<string, undefined>> = Object.fromEntries(
  NAMES.map((name) => [name, undefined]),
);
