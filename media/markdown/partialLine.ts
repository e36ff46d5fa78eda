const longestMark = 80;

/**
 * Whether a line that is not whole yet may still become quite different things: `-` a list, a rule, or the end of a
 * heading. Shown now, it would flicker.
 */
export function isAmbiguous(line: string): boolean {
  return line.length <= longestMark && /^(?:[-+*=_#|:~`$>\s]|\d{1,9}[.)]?(?:\s|$))*$/.test(line);
}
