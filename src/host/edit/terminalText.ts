/** What of a block of code may be put at the prompt of a terminal, where a line break runs the line. */
export type TerminalText =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly text: string }
  /** Several commands, none of which needs the lines around it. `joined` runs one after the other, if that is sure. */
  | { readonly kind: 'commands'; readonly lines: readonly string[]; readonly joined: string | undefined }
  /** Lines that only work together, or more than a terminal takes at once. */
  | { readonly kind: 'script' };

/** Longer lines are cut by terminals. Characters. */
const longestLine = 4_000;

/** Reads shell code as lines for a prompt. What they hold besides printing characters is taken out. */
export function terminalText(code: string, language: string): TerminalText {
  const lines = commandsOf(continued(withoutPrompts(printable(code).split('\n')), language), language);
  const [first] = lines;
  if (first === undefined) return { kind: 'nothing' };
  if (lines.some((line) => line.length > longestLine)) return { kind: 'script' };
  if (lines.length === 1) return { kind: 'command', text: first.trim() };
  if (lines.some((line) => needsOthers(line))) return { kind: 'script' };
  return { kind: 'commands', lines, joined: joined(lines, language) };
}

/** A tab would complete what stands before it, and an escape or a hidden character does what nobody sees. */
function printable(code: string): string {
  return code
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}]/gu, '');
}

/** What was copied out of a terminal has a prompt before each command, and between them what they printed. */
function withoutPrompts(lines: readonly string[]): readonly string[] {
  const prompt = /^\s*\$ /;
  const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  if (first === undefined || !prompt.test(first)) return lines;
  return lines.filter((line) => prompt.test(line)).map((line) => line.replace(prompt, ''));
}

const powershell = new Set(['powershell', 'pwsh', 'ps1', 'ps']);
const batch = new Set(['bat', 'cmd', 'batch', 'dos']);

/** Joins lines that a mark at their end continues, as the shell does. */
function continued(lines: readonly string[], language: string): readonly string[] {
  const mark = powershell.has(language) ? '`' : batch.has(language) ? '^' : '\\';
  const whole: string[] = [];
  let open = '';
  for (const line of lines) {
    const marks = line.length - line.replace(mark === '\\' ? /\\+$/ : mark === '^' ? /\^+$/ : /`+$/, '').length;
    if (marks % 2 === 1) open += line.slice(0, -1);
    else {
      whole.push(open + line);
      open = '';
    }
  }
  return open === '' ? whole : [...whole, open];
}

function commandsOf(lines: readonly string[], language: string): readonly string[] {
  const comment = batch.has(language) ? /^\s*(?:::|rem\b)/i : /^\s*#/;
  return lines.filter((line) => line.trim() !== '' && !comment.test(line)).map((line) => line.trimEnd());
}

const opening = /(?:^|[\s;&|])(?:if|for|foreach|while|until|case|select|switch|function|try|param|begin)\b/i;
const inside = /^(?:then|do|else|elif|elseif|fi|done|esac|end|catch|finally|in|[)}\]|&])/i;

/** Whether a line is only part of something: a block, a quotation, a document. When in doubt, it is. */
function needsOthers(line: string): boolean {
  const isIndented = /^\s/.test(line);
  const isQuoteOpen = ['"', "'", '`'].some((quote) => (line.split(quote).length - 1) % 2 === 1);
  const goesOn = /(?:[|({,]|&&|\|\||\b(?:do|then|else|in)|\(\))$/.test(line) || /<<|@["']|\\$/.test(line);
  return isIndented || isQuoteOpen || goesOn || opening.test(line) || inside.test(line);
}

/** Undefined where joining could change what a line means: behind a comment, `&` or `;`. */
function joined(lines: readonly string[], language: string): string | undefined {
  const before = lines.slice(0, -1);
  if (before.some((line) => line.includes('#') || /[;&]$/.test(line))) return undefined;
  const text = lines.join(powershell.has(language) ? '; ' : ' && ');
  return text.length > longestLine ? undefined : text;
}
