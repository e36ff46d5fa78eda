/** How a ticket is named in a subject. */
export interface TicketForm {
  /** `key`: `ABC-123`. `number`: `#123`. */
  readonly kind: 'key' | 'number';
  readonly place: 'start' | 'end';
  /** As it was written, with its brackets and its colon. */
  readonly written: string;
}

/** A subject taken apart. What stands before the words can be in any order. */
export interface SubjectParts {
  /** At the start: `✨` or `:sparkles:`. */
  readonly emoji: string | undefined;
  readonly ticket: TicketForm | undefined;
  /** What stands before a colon: `feat`, `Server`, `net/http`. */
  readonly prefix: string | undefined;
  /** In brackets after the prefix. */
  readonly scope: string | undefined;
  readonly isBreaking: boolean;
  readonly words: string;
}

const emojiAtStart =
  /^(?:(?<sign>\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*)|(?<code>:[a-z0-9_+-]{2,30}:))\s*/u;
const ticketAtStart =
  /^(?:(?:\[[A-Z][A-Z0-9]+-\d+\]|\([A-Z][A-Z0-9]+-\d+\)|[A-Z][A-Z0-9]+-\d+)|(?:\[#\d+\]|\(#\d+\)|#\d+))(?=[\s:\-–]|$)\s*[:\-–]?\s*/;
const ticketAtEnd = /\s*(?:\[[A-Z][A-Z0-9]+-\d+\]|\([A-Z][A-Z0-9]+-\d+\)|\b[A-Z][A-Z0-9]+-\d+|\[#\d+\]|#\d+)$/;
const requestNumber = /\s*\([#!]\d+\)$/;
const prefixAtStart =
  /^(?<prefix>[\p{L}\p{N}][\p{L}\p{N}_./*, +-]{0,39}?)(?:\((?<scope>[^()\n]{1,40})\))?(?<breaking>!)?:(?=\s)\s*/u;

/** The merge button of a forge adds the number of the request in brackets at the end: no person writes it. */
export function withoutRequestNumber(subject: string): string {
  return subject.trim().replace(requestNumber, '');
}

export function partsOfSubject(subject: string): SubjectParts {
  let words = withoutRequestNumber(subject);
  let emoji: string | undefined;
  let ticket: TicketForm | undefined;
  let found: RegExpExecArray | null | undefined;
  let prefix: string | undefined;
  // Three rounds: an emoji, a ticket and a prefix.
  for (let round = 0; round < 3; round += 1) {
    const sign = emoji === undefined ? emojiAtStart.exec(words) : null;
    if (sign && sign[0].length < words.length) {
      emoji = sign.groups?.sign ?? sign.groups?.code;
      words = words.slice(sign[0].length);
    }
    const key = ticket === undefined ? ticketAtStart.exec(words) : null;
    if (key && key[0].length < words.length) {
      ticket = { kind: key[0].includes('#') ? 'number' : 'key', place: 'start', written: key[0].trim() };
      words = words.slice(key[0].length);
    }
    const before = prefix === undefined ? prefixAtStart.exec(words) : null;
    if (before?.groups?.prefix && isShortName(before.groups.prefix)) {
      found = before;
      prefix = before.groups.prefix;
      words = words.slice(before[0].length);
    }
  }
  const atEnd = ticket === undefined ? ticketAtEnd.exec(words) : null;
  if (atEnd && atEnd.index > 0) {
    ticket = { kind: atEnd[0].includes('#') ? 'number' : 'key', place: 'end', written: atEnd[0].trim() };
    words = words.slice(0, atEnd.index);
  }
  const { scope, breaking } = found?.groups ?? {};
  return { emoji, ticket, prefix, scope, isBreaking: breaking !== undefined, words };
}

/** `Panel, tests` is a name of a part; `Note that this also` is the start of a sentence with a colon in it. */
function isShortName(prefix: string): boolean {
  return prefix.split(/[\s,]+/).length <= 3;
}

/** The types of Conventional Commits, by the list that nearly all projects use. */
export const conventionalTypes: ReadonlySet<string> = new Set(
  'feat fix docs style refactor perf test tests build ci chore revert'.split(' '),
);
