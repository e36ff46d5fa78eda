/**
 * The last place up to `limit` where a text could be cut in two without a change to either half: behind a blank, before a
 * word. 0 if there is none.
 */
export function lastPause(text: string, limit: number): number {
  for (let at = Math.min(limit, text.length - 1); at > 0; at--) {
    if (isBlankAt(text, at - 1) && !isBlankAt(text, at)) return at;
  }
  return 0;
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9;
}
