/** Fewer bits than these a character, and it is a word or a number in some order. */
const leastBits = 3;
/** A value shorter than this says too little about itself. Characters. */
const shortest = 12;

/**
 * Whether a value that stands for a secret is one: letters and digits without order. A name, a path, an address and a
 * stand-in such as `YOUR_API_KEY` are none. `isQuoted`: it stands in quotes, so it cannot be an expression.
 */
export function isRandom(value: string, isQuoted: boolean): boolean {
  if (value.length < shortest || placeholder.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  // `config.token2`, `env.KEY_1`, `src/keys/v1`: parts that are all words, with a number at their end.
  if (!isQuoted && /^[A-Za-z_$][\w$]*(?:(?:\.|::|->|\?\.)[A-Za-z_$][\w$]*)+$/.test(value)) return false;
  if (value.split(/[^A-Za-z0-9]+/).every(isWord)) return false;
  return bitsPerCharacter(value) >= leastBits;
}

const placeholder =
  /^(?:[$%#@&*]|<|\{\{|x{4,}|\*{3,})|\$\{|your|example|sample|dummy|placeholder|changeme|change[_-]me|redacted|secret left out|<[a-z]|1234567|abcdef(?:g|$)/i;

/** A word as people make names of: `client`, `OAuth2`, `v1`, `sha256`, a number, or several run together in camel case. */
function isWord(part: string): boolean {
  return /^(?:[A-Z]?[a-z]*|[A-Z]+)\d{0,4}$/.test(part) || /^(?:[a-z]+|[A-Z]+)(?:[A-Z][a-z]{2,})*\d{0,2}$/.test(part);
}

/** Shannon's entropy of the characters. Bits. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const { length } = [...text];
  let bits = 0;
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length);
  return bits;
}
