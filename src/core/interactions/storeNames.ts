/** The names of File Search stores in a setting, each once. What is none is left out. */
export function readStoreNames(value: unknown): readonly string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string' && isStoreName(name)) : [];
  return [...new Set(names)];
}

function isStoreName(name: string): boolean {
  return /^fileSearchStores\/[\w-]+$/.test(name);
}

/** The store that a document lies in. Undefined: its address does not say. */
export function storeOfDocument(uri: string): string | undefined {
  return /(?:^|\/)(fileSearchStores\/[\w-]+)\/documents\//.exec(uri)?.[1];
}
