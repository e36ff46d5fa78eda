/** The id of a model or agent as people read it: `gemini-3.8-flash` is "3.8 Flash". Needs no list, so it is there at once. */
export function modelLabel(id: string): string {
  const words = id
    .replace(/^(models|agents)\//, '')
    .replace(/^gemini-(?=.)/, '')
    .replace(/^((?:antigravity|deep-research)\b.*)-preview-\d\d-\d{4}$/, '$1');
  return words
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
