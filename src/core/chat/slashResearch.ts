/** What `/research` in front of a question asks to have researched; empty where nothing follows. Undefined: it is an ordinary question. */
export function questionToResearch(prompt: string): string | undefined {
  const slash = /^\s*\/research(?:\s([\s\S]*))?$/i.exec(prompt);
  return slash ? (slash[1] ?? '').trim() : undefined;
}
