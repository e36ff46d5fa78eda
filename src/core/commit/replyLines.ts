const fence = /^\s{0,3}(`{3,}|~{3,})/;
/** What a model begins with when it talks instead of writing the message. */
const starters = [
  'here is',
  'here are',
  "here's",
  'here’s',
  'sure',
  'certainly',
  'of course',
  'okay',
  'ok,',
  'commit message',
  'suggested commit message',
  'proposed commit message',
  'the commit message',
  'the suggested commit message',
  'subject:',
];
const afterword =
  /^\s*(?:-{3,}\s*$|(?:\*\*)?(?:explanation|rationale)\b|this (?:commit )?message (?:follows|uses|describes|summari[sz]es|is)\b|let me know\b|feel free\b|would you like\b|i(?:'ve|’ve| have)? (?:chose|chosen|used|kept|written|wrote|followed)\b|(?:i )?hope (?:this|that)\b)/i;

/**
 * The lines of a reply that are the message: what stands in the first fence, or else all but the talk before and after.
 * `isWhole`: the reply has ended. Until then a line that may turn out to be talk or a fence is held back.
 */
export function replyLines(reply: string, isWhole: boolean): readonly string[] {
  const lines = reply.split('\n');
  let opening: string | undefined;
  let from = 0;
  for (; from < lines.length; from += 1) {
    const line = lines[from] ?? '';
    if (line.trim() === '') continue;
    const mayGrow = !isWhole && from === lines.length - 1;
    if (mayGrow && (/^\s{0,3}(?:`|~)+[\w-]*$/.test(line) || mayBeTalk(line))) return [];
    opening = fence.exec(line)?.[1];
    if (!isTalk(line)) break;
  }
  if (opening !== undefined) return upToFence(withoutEmptyStart(lines.slice(from + 1)), opening, isWhole);
  const message = withoutEmptyStart(lines.slice(from));
  const end = message.findIndex((line, i) => message[i - 1]?.trim() === '' && afterword.test(line));
  return end < 0 ? message : message.slice(0, end);
}

function isTalk(line: string): boolean {
  const text = plain(line).replace(/\**\s*$/, '');
  return starters.some((starter) => text.startsWith(starter)) && /:$/.test(text);
}

function mayBeTalk(line: string): boolean {
  const text = plain(line);
  return starters.some((starter) => starter.startsWith(text) || text.startsWith(starter));
}

function plain(line: string): string {
  return line.trimStart().replace(/^\*\*/, '').toLowerCase();
}

function upToFence(lines: readonly string[], opening: string, isWhole: boolean): readonly string[] {
  const isRun = (line: string) => line.trim() !== '' && line.trim() === opening.charAt(0).repeat(line.trim().length);
  const end = lines.findIndex((line) => isRun(line) && line.trim().length >= opening.length);
  if (end >= 0) return lines.slice(0, end);
  return !isWhole && isRun(lines.at(-1) ?? '') ? lines.slice(0, -1) : lines;
}

function withoutEmptyStart(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first);
}
