/** A commit message for the diff in a prompt, in the style that the prompt asks for; undefined when there is no diff. */
export function commitMessageFor(prompt: string): string | undefined {
  const files = [...prompt.matchAll(/^\+\+\+ (?:b\/)?(\S+)/gm)].map(([, file = '']) => file);
  const headers = [...prompt.matchAll(/^diff --git a\/(\S+)/gm)].map(([, file = '']) => file);
  const listed = [...prompt.matchAll(/^(?:added|changed|deleted|renamed \S+ to) (\S+)/gm)].map(([, file = '']) => file);
  const found = files.length > 0 ? files : headers.length > 0 ? headers : listed;
  const named = [...new Set(found.filter((file) => file !== '/dev/null'))];
  const [first] = named;
  if (first === undefined) return undefined;
  // Lists of rules and of files stand before the changes.
  const start = prompt.search(/^(?:diff --git |--- |\+\+\+ )/m);
  const changes = start < 0 ? '' : prompt.slice(start);
  const count = (sign: string) =>
    changes.split('\n').filter((line) => line.startsWith(sign) && line[1] !== sign).length;
  const [added, removed] = [count('+'), count('-')];
  const base = first.split('/').at(-1) ?? first;
  const others = named.length > 1 ? ` and ${named.length - 1} more` : '';
  const summary = `${verbFor(prompt, added, removed)} ${base}${others}`;
  const subject = begun(prompt, summary);
  if (/^- No body: the subject alone/m.test(prompt)) return subject;
  return `${subject}\n\n${named.map((file) => `- ${file}`).join('\n')}\n\n${added} lines added, ${removed} removed.`;
}

/** In the language and the tense of the style, as far as this server speaks. */
function verbFor(prompt: string, added: number, removed: number): string {
  const what = removed === 0 ? 'add' : added === 0 ? 'remove' : 'change';
  if (/^- Language: German/m.test(prompt)) return { add: 'Ergänze', remove: 'Kürze', change: 'Ändere' }[what];
  const verbs = /^- Verb: past tense/m.test(prompt)
    ? { add: 'Added to', remove: 'Removed from', change: 'Changed' }
    : { add: 'Add to', remove: 'Remove from', change: 'Change' };
  const verb = verbs[what];
  return /begins with a small letter/.test(prompt) ? verb.charAt(0).toLowerCase() + verb.slice(1) : verb;
}

/** With what the style wants before the summary. */
function begun(prompt: string, summary: string): string {
  const form = /^- Form: `(\w+)(\(scope\))?: summary`\. [^:\n]*: ([^,.\n]+)/m.exec(prompt);
  const scope = form?.[2] === undefined ? undefined : /Scopes used: ([^,.\n]+)/.exec(prompt)?.[1];
  const prefix = form ? `${form[3]}${scope === undefined ? '' : `(${scope})`}: ` : '';
  const emoji = /^- Begin with one gitmoji, written as a (code|sign)/m.exec(prompt)?.[1];
  const ticket = /^- Begin the subject with `([^`]+)`/m.exec(prompt)?.[1];
  const sign = emoji === undefined ? '' : emoji === 'code' ? ':sparkles: ' : '✨ ';
  return `${sign}${ticket === undefined ? '' : `${ticket} `}${prefix}${summary}`;
}
