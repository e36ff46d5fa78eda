/*
 * What programs write to a terminal, as the text a person saw. Source: ECMA-48, and xterm's "Control Sequences". VS Code's
 * shell integration marks its own places by `OSC 633`.
 */

const esc = '\\u001B';
const bell = '\\u0007';
const terminator = '\\u009C';

/** A string that the terminal takes as a command: OSC, DCS, SOS, PM, APC. It ends with BEL or ST, or with a new sequence. */
const controlString = new RegExp(
  `(?:${esc}[\\]PX^_]|[\\u0090\\u0098\\u009D-\\u009F])[^${bell}${esc}${terminator}]*(?:${bell}|${esc}\\\\|${terminator}|(?=${esc})|$)`,
  'g',
);
/** CSI with its parameters and its last letter; also cut off at the end. */
const controlSequence = new RegExp(`(?:${esc}\\[|\\u009B)(?<parameters>[0-?]*)[ -/]*(?<final>[@-~]|$)`, 'g');
/** Any other sequence: ESC, intermediate characters, one last character. */
const otherSequence = new RegExp(`${esc}[ -/]*[0-~]?`, 'g');
/** What is left of control characters, save those that move within a line, and what turns the direction of text. */
// Stryker disable next-line Regex: the opposite of \v is no regular expression, and the whole run would stop.
const control = /[^\P{Cc}\n\t\r\v\f\b]|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

/** Stand for the sequences that erase: what follows in the line, and all of it. Programs do not write them. */
const eraseRest = '\v';
const eraseLine = '\f';

/** The text without any command to the terminal. Lines that were written over, as progress bars are, show their last state. */
export function plainOutput(raw: string): string {
  const text = raw
    .replace(/[\v\f]/g, '')
    .replace(controlString, '')
    .replace(controlSequence, (_, parameters: string, final: string) => {
      if (final !== 'K') return '';
      return parameters === '2' ? eraseLine : parameters === '1' ? '' : eraseRest;
    })
    .replace(otherSequence, '')
    .replace(control, '');
  const lines = text.split('\n').map((line) => lastState(line).trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A carriage return goes back to the start of the line, a backspace one character back; what follows writes over it. */
function lastState(line: string): string {
  if (!/[\r\v\f\b]/.test(line)) return line;
  let shown: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === '\r') at = 0;
    else if (character === '\b') at = Math.max(0, at - 1);
    else if (character === eraseRest) shown = shown.slice(0, at);
    else if (character === eraseLine) shown = Array.from({ length: at }, () => ' ');
    else shown[at++] = character;
  }
  return shown.join('');
}
