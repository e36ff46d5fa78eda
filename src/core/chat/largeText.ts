/** What is attached is marked from 200,000 tokens on. A token has about four characters. */
const largeCharacters = 800_000;

/** Whether a text of this many UTF-16 units fills much of what a model can read. */
export function isLargeText(length: number): boolean {
  return length > largeCharacters;
}
