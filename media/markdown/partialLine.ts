const longestMark = 80;
const isFootnoteMark = /^ {0,3}\[\^[^\]\s]*\]?:?$/;

/**
 * Whether a line that is not whole yet may still become quite different things: `-` a list, a rule, or the end of a
 * heading, `[^1]` a footnote. Shown now, it would flicker.
 */
export function isAmbiguous(line: string): boolean {
  return (
    line.length <= longestMark &&
    (isFootnoteMark.test(line) || /^(?:[-+*=_#|:~`$>\s]|\d{1,9}[.)]?(?:\s|$))*$/.test(line))
  );
}
