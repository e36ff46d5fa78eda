/**
 * Text that stays text wherever it is put into Markdown, on one line. A web address must not become a link by itself: it
 * would take in the back-slash in front of what follows.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$!&]|:(?=\/\/)/g, '\\$&');
}
