/** Words that TeX sets as words, and its commands: neither makes a sentence of a formula. */
const setWords = /\\(?:text\w*|mbox|mathrm|mathbf|mathit|mathsf|mathtt|operatorname)\*?\s*\{[^{}]*\}|\\[A-Za-z]+/g;
const functions = /\b(?:log|ln|lg|exp|sin|cos|tan|max|min|mod|gcd|lim|det|dim|if)\b/g;

/** Whether what stands between dollars is a formula, as far as that can be told by itself: most of it is money or code. */
export function isFormula(text: string): boolean {
  if (text === '' || text.trim() !== text || isName(text)) return false;
  return isWellBegun(text) && isWellEnded(text) && hasMatter(text) && !isProse(text) && isBalanced(text);
}

/** As templates and shells have between dollars. A letter with an index is none. */
export function isName(text: string): boolean {
  return /^(?:[A-Za-z_]\w{2,}$|\{)/.test(text) && !/^[A-Za-z]_[A-Za-z0-9]{1,2}$/.test(text);
}

/** What follows a dollar in a shell, in PHP, in jQuery or in a list of prices begins no formula. */
function isWellBegun(text: string): boolean {
  if (text.startsWith('|')) return /^\|[^|]+\|/.test(text);
  if (text.startsWith('^')) return /^\^(?:\{|\\[A-Za-z]{2}|[\d+*-]|[A-Za-z](?![A-Za-z]))/.test(text);
  return !/^(?:[_/)},;:*?@#&%~!"'`]|\.[A-Za-z_])/.test(text);
}

function isWellEnded(text: string): boolean {
  return !/(?:[/;:]|->|::)$/.test(text);
}

/** Whether there is something to calculate with, or one sign of it alone, and nothing that TeX would not take. */
function hasMatter(text: string): boolean {
  if (/["€£¥₹₽₩¢₿]|==|&&|::|:\/\/|(?<!\\)[#%]/.test(text)) return false;
  if (/(?<!\\)&/.test(text) && !text.includes('\\begin')) return false;
  return /[\p{L}\p{N}]/u.test(text) || /^[=<>≤≥≠≈±×÷·→←↔⇒⇔∈∉⊂⊆∪∩∧∨¬∀∃∅∞∂∇√∑∏∫+]{1,3}$/u.test(text);
}

/** Whether there are words in it, or an amount and then a word. */
export function isProse(text: string): boolean {
  const plain = text.replace(setWords, ' . ').replace(functions, '.');
  if (/(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Common}])\p{L}/u.test(plain)) return true;
  if (/^\d/.test(plain) && /\p{L}{3}|\s\p{L}{2,}\s/u.test(plain)) return true;
  return /(?<!\p{L})(?:\p{L}{3,}\s+\p{L}{2}|\p{L}{2}\s+\p{L}{3})/u.test(plain);
}

/** Whether each bracket has its partner, of whatever kind: an interval may be open at one end. */
function isBalanced(text: string): boolean {
  if (/^\][^[\]]+\[$/.test(text)) return true;
  let depth = 0;
  for (const char of text.replace(/\\[{}|]/g, '').replace(/\\left\.|\\right\./g, '')) {
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether strokes in it are those of a formula and not between cells: around something, or inside of brackets. */
export function mayHoldStrokes(text: string): boolean {
  let depth = 0;
  let outside = 0;
  for (const char of text.replace(/\\\|/g, '')) {
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === '|' && depth === 0) outside += 1;
  }
  return outside % 2 === 0;
}

/** Whether it is TeX for sure. Brackets with a stroke before them are more often a way to write brackets. */
export function isTex(text: string): boolean {
  return /\\[A-Za-z]{2}|[\w)}\]|]\s*\^|[=≤≥≈]|_\{|\s[+−×·<>-]\s/.test(text);
}
