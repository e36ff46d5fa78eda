import { keyEnds } from './keyEnds';
import { isRandom } from './randomness';
import { type SecretKind, secretPatterns } from './secretPatterns';

export interface Secret {
  readonly kind: SecretKind;
  /** Where it is in the text, the end exclusive. UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * What in a text looks like a secret, in the order of the text and without overlaps: tokens of well-known form, private
 * keys, passwords in addresses, and values without order that are given to something called a secret.
 */
export function findSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [...namedSecrets(text)];
  for (const span of keyEnds(text)) found.push({ kind: 'privateKey', ...span });
  for (const { kind, pattern } of secretPatterns) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      found.push({ kind, start, end: start + secret.length });
    }
  }
  return merged(found);
}

/** The text with a mark in the place of each secret. A key of several lines leaves one mark. */
export function withoutSecrets(text: string): { readonly text: string; readonly secrets: readonly Secret[] } {
  const secrets = findSecrets(text);
  let kept = '';
  let from = 0;
  for (const { start, end } of secrets) {
    kept += text.slice(from, start) + secretMark;
    from = end;
  }
  return { text: kept + text.slice(from), secrets };
}

/** Stands where a secret stood. */
export const secretMark = '[secret left out]';

/** The end of a name that stands for a secret, then `=` or `:`, then a value in quotes or without blanks. */
const assignment =
  /(?:api[_-]?key|(?:access|account|auth|client|encryption|private|secret|service|signing)[_-]?key|secret|token|pass(?:word|wd|phrase)?|pwd|credentials?)(?:[_-](?:base|value))?["'`\]]{0,2}[ \t]*(?::=|=>|[:=])[ \t]*(?<quote>["'`]?)(?<secret>[^\s"'`<>{}()[\],;]{8,400})/gi;

const passwordName = /pass(?:word|wd|phrase)?["'`\]]{0,2}[ \t]*(?::=|=>|[:=])|pwd["'`\]]{0,2}[ \t]*(?::=|=>|[:=])/i;

function* namedSecrets(text: string): Iterable<Secret> {
  for (const match of text.matchAll(assignment)) {
    const { secret = '', quote = '' } = match.groups ?? {};
    if (!isRandom(secret, quote !== '')) continue;
    const start = match.index + match[0].length - secret.length;
    yield { kind: passwordName.test(match[0]) ? 'password' : 'token', start, end: start + secret.length };
  }
}

function merged(secrets: readonly Secret[]): readonly Secret[] {
  const sorted = [...secrets].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Secret[] = [];
  for (const secret of sorted) {
    const last = result.at(-1);
    if (!last || secret.start >= last.end) result.push(secret);
    else if (secret.end > last.end) result[result.length - 1] = { ...last, end: secret.end };
  }
  return result;
}
