/** The address as a browser reads it, host names in punycode; undefined unless it leads to a web page. */
export function safeUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}
