/** What is selected, if it is in this element and on one line; empty otherwise. */
export function selectedLine(within: Element): string {
  const selection = getSelection();
  const isHere = selection?.anchorNode && within.contains(selection.anchorNode);
  const text = isHere ? selection.toString().trim() : '';
  return text.includes('\n') ? '' : text;
}
