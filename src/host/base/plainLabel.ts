/** Words in one line. VS Code would draw `$(name)` as an icon; people who ask about shells write such things. */
export function plainLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\$\([\w-]+(?:~[\w-]+)?\)/g, '\\$&');
}
