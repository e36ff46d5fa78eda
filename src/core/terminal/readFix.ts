/** What came of a question for a fix. `note`: what it does or what to do, in one line. */
export type Fix =
  /** Fit for a prompt: one line of printing characters. */
  | { readonly kind: 'command'; readonly command: string; readonly note: string }
  /** A prompt would run it at once, or show something else than it is. */
  | { readonly kind: 'unfit'; readonly why: UnfitReason; readonly text: string; readonly note: string }
  /** No command helps. */
  | { readonly kind: 'advice'; readonly note: string };

export type UnfitReason = 'severalLines' | 'hiddenCharacters' | 'tooLong';

/** Terminals cut longer lines. Characters. */
const longestCommand = 4_000;
/** Characters. */
const longestNote = 300;

const block = /^[ \t]{0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^[ \t]{0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/m;

/** Reads a reply: the first fenced block is the command, what stands around it says what it does. Never throws. */
export function readFix(reply: string): Fix {
  const text = reply.replace(/\r\n?/g, '\n');
  const found = block.exec(text);
  const note = oneLine(found ? `${text.slice(0, found.index)}\n${text.slice(found.index + found[0].length)}` : text);
  const command = (found?.[2] ?? '').replace(/^\s*(?:\$|PS>|>)(?:\s+|$)/, '').trim();
  if (command === '') return { kind: 'advice', note };
  const why = unfitReason(command);
  return why ? { kind: 'unfit', why, text: visible(command), note } : { kind: 'command', command, note };
}

/** Why a text may not be put at a prompt. A line break runs a line, a tab completes it, an escape can do anything. */
export function unfitReason(command: string): UnfitReason | undefined {
  if (/[\n\u0085\u2028\u2029]/.test(command)) return 'severalLines';
  if (hidden.test(command)) return 'hiddenCharacters';
  return command.length > longestCommand ? 'tooLong' : undefined;
}

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00A0\u115F\u1160\u3164\uFFA0]/u;

/** The same text with every character that hides spelt out; line breaks stay. */
export function visible(text: string): string {
  return [...text]
    .map((character) =>
      character !== '\n' && hidden.test(character) ? `\\u{${character.codePointAt(0)?.toString(16)}}` : character,
    )
    .join('');
}

function oneLine(text: string): string {
  const line = text
    .replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
    // Within a word they are no marks, as in `test_unit`.
    .replace(/`+|(?<![\p{L}\p{N}])[*_]+(?=\S)|(?<=\S)[*_]+(?![\p{L}\p{N}])/gu, '')
    .replace(/\p{Cc}|\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longestNote ? `${line.slice(0, longestNote - 1).trimEnd()}…` : line;
}
