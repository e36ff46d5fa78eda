/** People cannot look over a longer one before they go there. */
const longestUrl = 8_000;

/** The address as a browser reads it, host names in punycode; undefined unless it leads to a web page. */
export function safeUrl(text: string): URL | undefined {
  const url = text.length > longestUrl ? null : URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}
