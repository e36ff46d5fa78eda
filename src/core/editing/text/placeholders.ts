/** A comment in any usual syntax, alone on its line. The group is what it says. */
const comments: readonly RegExp[] = [
  /^\/\/+\s*(.*)$/,
  /^#+\s*(.*)$/,
  /^--+\s*(.*)$/,
  /^;+\s*(.*)$/,
  /^%+\s*(.*)$/,
  /^"\s*(.*)$/,
  /^'\s*(.*)$/,
  /^rem\s+(.*)$/i,
  /^\/\*+\s*(.*?)\s*\*+\/$/,
  /^\{\s*\/\*+\s*(.*?)\s*\*+\/\s*\}$/,
  /^<!--+\s*(.*?)\s*--+>$/,
  /^\(\*+\s*(.*?)\s*\*+\)$/,
  /^\{#\s*(.*?)\s*#\}$/,
  /^<%--?\s*(.*?)\s*--?%>$/,
  /^"""\s*(.*?)\s*"""$/,
];

const dots = '(?:\\.{3,}|…)';
const kept =
  '(?:existing|rest|remaining|remainder|unchanged|previous|same|other|omitted|original|elided|current|above|below)';
const things =
  '(?:code|file|class|function|method|module|component|implementation|logic|body|content|script|test|import|field|propert(?:y|ie)|member|definition|declaration|case|style|rule|route|setting|config(?:uration)?|line|stuff|part|section)s?';

/** Languages in which `[...beds, 1]` is a list of what another one has. */
const spreading = /^(?:(?:java|type)script(?:react)?|vue|svelte|php|dart)$/;
/** Words in place of code have a space behind the dots, or behind the first word. */
const spread = new RegExp(
  `^\\[\\.{3}(?!${kept}\\]$)(?:[\\w$]+(?:\\.[\\w$]+)*|(?:(?:await|new)\\s+)?[\\w$.]*[(?[,].*)\\]$`,
);

/** What is said in place of code that is left out. */
const phrases: readonly RegExp[] = [
  // "...", "... existing code ...", "… the rest of the file"
  new RegExp(`^${dots}(?:$|\\s*\\(?[\\p{L}])`, 'u'),
  // "existing code ...", "other methods…"
  new RegExp(`\\b${kept}\\b.*${dots}\\)?$`, 'iu'),
  // "rest of the file", "the remaining methods stay the same"
  /^[([]?(?:the |all |your |keep |leave )*(?:rest|remainder) (?:of (?:the |your |this )?\w+|(?:is|stays|remains) (?:the same|unchanged|as)|unchanged)/i,
  new RegExp(
    `^[([]?(?:the |all |your |keep |leave |any )*(?:existing|remaining|previous|unchanged|other|same|original) (?:${things}|\\w+ ${things})(?: (?:here|above|below|unchanged|as before|stays?|remains?|goes?)\\b.*)?[)\\]]?\\.?$`,
    'i',
  ),
  /^[([]?(?:unchanged|same as (?:before|above)|as before|code omitted.*|omitted.*|snip)[)\]]?\.?$/i,
];

/**
 * Whether a line stands for code that is left out, as `// ... existing code ...` does. In Python three dots alone are code.
 * The caller must know that the line is not one of the file itself.
 */
export function isPlaceholder(content: string, languageId: string): boolean {
  const line = content.trim();
  if (/^(?:\.{3,}|…)$/.test(line)) return languageId !== 'python' || line !== '...';
  if (/^\[\s*(?:\.{3}|…).*\]$/.test(line)) return !(spreading.test(languageId) && spread.test(line));
  return comments.some((comment) => {
    const said = comment.exec(line)?.[1];
    return said !== undefined && phrases.some((phrase) => phrase.test(said));
  });
}

/** Whether a line holds such words beside code, as `function f() { /* unchanged *\/ }` and `{ ... }` do. */
export function hasInlinePlaceholder(content: string, languageId: string): boolean {
  if (/[{(]\s*(?:\.{3}|…)\s*[})]/.test(content) && languageId !== 'python') return true;
  const said = [...content.matchAll(/\/\*+\s*(.*?)\s*\*+\/|(?:\s)(?:\/\/|#)\s*(.*)$/g)].map(
    ([, block, line]) => block ?? line ?? '',
  );
  return said.some((words) => phrases.slice(1).some((phrase) => phrase.test(words)) || /^(?:\.{3}|…)$/.test(words));
}
