/** A commit message for the diff in a prompt, or undefined when there is no diff. */
export function commitMessageFor(prompt: string): string | undefined {
  const files = [...prompt.matchAll(/^\+\+\+ (?:b\/)?(\S+)/gm)].map(([, file = '']) => file);
  const changed =
    files.length > 0 ? files : [...prompt.matchAll(/^diff --git a\/(\S+)/gm)].map(([, file = '']) => file);
  const named = [...new Set(changed.filter((file) => file !== '/dev/null'))];
  const [first] = named;
  if (first === undefined) return undefined;
  const count = (sign: string) => prompt.split('\n').filter((line) => line.startsWith(sign) && line[1] !== sign).length;
  const [added, removed] = [count('+'), count('-')];
  const verb = removed === 0 ? 'Add to' : added === 0 ? 'Remove from' : 'Change';
  const base = first.split('/').at(-1) ?? first;
  const others = named.length > 1 ? ` and ${named.length - 1} more` : '';
  return `${verb} ${base}${others}\n\n${named.map((file) => `- ${file}`).join('\n')}\n\n${added} lines added, ${removed} removed.`;
}
