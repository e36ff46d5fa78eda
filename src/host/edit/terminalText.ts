import { readSession } from './prompts';

/** What of a block of code may be put at the prompt of a terminal, where a line break runs the line. */
export type TerminalText =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly text: string }
  /** Several commands, none of which needs the lines around it. `joined` runs one after the other, if that is sure. */
  | { readonly kind: 'commands'; readonly lines: readonly string[]; readonly joined: string | undefined }
  /** Lines that only work together, or of which it is not sure what is a command, or more than a terminal takes at once. */
  | { readonly kind: 'script' }
  /** There are characters in it that a terminal acts on or that people cannot see. */
  | { readonly kind: 'hidden' };

/** Longer lines are cut by terminals. Characters. */
const longestLine = 4_000;

/** Reads shell code as lines for a prompt. Nothing is taken out but prompts, what was printed, comments and line breaks. */
export function terminalText(code: string, language: string): TerminalText {
  const text = code.replace(/\r\n?/g, '\n');
  if (isHidden(text)) return { kind: 'hidden' };
  const written = text.split('\n');
  const session = readSession(written, (line, own) => isContinued(line, own ?? language));
  if (session.kind === 'unclear') return { kind: 'script' };
  if (session.kind === 'plain') return commandsIn(written, language);
  const commands = continued(session.lines, session.language ?? language);
  // The lines that would end it were taken for what was printed.
  if (commands.some(isOpen)) return { kind: 'script' };
  return commandsIn(session.lines, session.language ?? language);
}

function commandsIn(written: readonly string[], language: string): TerminalText {
  const lines = commandsOf(continued(written, language), language);
  const [first] = lines;
  if (first === undefined) return { kind: 'nothing' };
  if (lines.some((line) => line.length > longestLine)) return { kind: 'script' };
  if (lines.length === 1) return { kind: 'command', text: first.trim() };
  if (lines.some((line) => needsOthers(line))) return { kind: 'script' };
  return { kind: 'commands', lines, joined: joined(lines, language) };
}

/** An escape or a hidden character does what people cannot see. What joins an emoji or the letters of a word is seen. */
function isHidden(text: string): boolean {
  const seen = text
    .replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu, '')
    .replace(/(?<=\u{1f3f4})[\u{e0030}-\u{e007a}]{1,6}\u{e007f}/gu, '')
    .replace(/(?<=(?!\p{Script=Latin})[\p{L}\p{M}])[\u200c\u200d](?=(?!\p{Script=Latin})\p{L})/gu, '');
  return /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(seen);
}

const powershell = new Set(['powershell', 'pwsh', 'ps1', 'ps']);
const batch = new Set(['bat', 'cmd', 'batch', 'dos']);

/** Joins lines that a mark at their end continues, as the shell does. */
function continued(lines: readonly string[], language: string): readonly string[] {
  const whole: string[] = [];
  let open = '';
  for (const line of lines) {
    if (isContinued(line, language)) open += line.slice(0, -1);
    else {
      whole.push(open + line);
      open = '';
    }
  }
  return open === '' ? whole : [...whole, open];
}

function isContinued(line: string, language: string): boolean {
  const marks = powershell.has(language) ? /`+$/ : batch.has(language) ? /\^+$/ : /\\+$/;
  return (marks.exec(line)?.[0].length ?? 0) % 2 === 1;
}

function commandsOf(lines: readonly string[], language: string): readonly string[] {
  const comment = batch.has(language) ? /^\s*(?:::|rem\b)/i : /^\s*#/;
  return lines.filter((line) => line.trim() !== '' && !comment.test(line)).map((line) => line.trimEnd());
}

const opening = /(?:^|[\s;&|])(?:if|for|foreach|while|until|case|select|switch|function|try|param|begin)\b/i;
const inside = /^(?:then|do|else|elif|elseif|fi|done|esac|end|catch|finally|in|[)}\]|&])/i;

/** Whether a line is only part of something: a block, a quotation, a document. When in doubt, it is. */
function needsOthers(line: string): boolean {
  return /^\s/.test(line) || isOpen(line) || opening.test(line) || inside.test(line);
}

/** Whether a quotation, a document or a command goes on behind the line. */
function isOpen(line: string): boolean {
  const isQuoteOpen = ['"', "'", '`'].some((quote) => (line.split(quote).length - 1) % 2 === 1);
  return isQuoteOpen || /(?:[|({,]|&&|\|\||\b(?:do|then|else|in)|\(\))$/.test(line) || /<<|@["']|\\$/.test(line);
}

/** Undefined where joining could change what a line means: behind a comment, `&` or `;`. */
function joined(lines: readonly string[], language: string): string | undefined {
  const before = lines.slice(0, -1);
  if (before.some((line) => line.includes('#') || /[;&]$/.test(line))) return undefined;
  const text = lines.join(powershell.has(language) ? '; ' : ' && ');
  return text.length > longestLine ? undefined : text;
}
