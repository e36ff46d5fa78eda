/** Words after which no subject can end. */
const dangling =
  /\s+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|without|into|when|while|if|that|which|so|as|is|are|not|its|their|via|und|oder|der|die|das|den|dem|ein|eine|von|mit|für|zu|zum|zur|im|in|wenn|dass|et|ou|le|la|les|un|une|des|de|du|pour|avec|dans|y|o|el|los|las|con|para|por|que|e|il|di|del|della|per)$/i;

/**
 * A subject of at most `limit` characters: cut after a part of a sentence if enough is left of it, else after a word that
 * can end one.
 */
export function fitSubject(subject: string, limit: number): string {
  const characters = [...subject];
  if (characters.length <= limit) return subject;
  const head = characters.slice(0, limit + 1).join('');
  const atPart = Math.max(...[', ', '; ', ' (', ' – ', ' - ', '. '].map((mark) => head.lastIndexOf(mark)));
  if (atPart >= head.length * 0.5) return trimmed(head.slice(0, atPart));
  const atWord = head.lastIndexOf(' ');
  // A language without blanks is cut between characters.
  if (atWord < head.length * 0.4) return characters.slice(0, limit).join('');
  return trimmed(head.slice(0, atWord));
}

function trimmed(text: string): string {
  let result = text.replace(/[\s,;:–-]+$/, '');
  while (dangling.test(result)) result = result.replace(dangling, '');
  return result.replace(/[\s,;:–-]+$/, '');
}
