import { languageOf } from './language';
import { isWritten, type MessageParts, type PastCommit, partsOfMessage } from './pastCommit';
import { conventionalTypes, partsOfSubject, type SubjectParts, type TicketForm } from './subjectParts';
import { type Tense, tenseOf } from './tense';

/** How someone writes commit messages, as far as it shows in what they wrote. Undefined: no one way prevails. */
export interface CommitStyle {
  readonly basis: 'author' | 'branch';
  /** The subjects it was measured by, newest first. */
  readonly subjects: readonly string[];
  /** What stands before the colon: types such as `feat`, or names of parts. The most used first; none: no prefix. */
  readonly prefixes: readonly string[];
  readonly prefixIs: 'type' | 'part' | undefined;
  /** Scopes in brackets, the most used first; none: no scope. */
  readonly scopes: readonly string[];
  readonly emoji: 'sign' | 'code' | undefined;
  readonly ticket: TicketForm | undefined;
  /** The language's English name. */
  readonly language: string | undefined;
  readonly tense: Tense | undefined;
  readonly firstLetter: 'upper' | 'lower' | undefined;
  readonly endsWithPeriod: boolean;
  /** What nearly all subjects keep to. Characters. */
  readonly subjectLimit: number;
  readonly body: 'usual' | 'sometimes' | 'never';
  /** What lines of the body begin with. */
  readonly bullet: '-' | '*' | undefined;
  /** Trailers that most messages have. */
  readonly trailers: readonly string[];
}

/** How many messages a style is measured by. */
export const styleSample = 30;
/** Fewer than these say nothing of a person's way. */
const fewest = 5;
/** What is true of this share counts as the way. */
const most = 0.6;
/** Where the history does not say. Characters. */
const usualLimit = 72;
/** No history makes subjects shorter or longer than this. Characters. */
const limits = { least: 50, most: 100 };

/**
 * The style of the author's last messages, or of the branch's where the author has written too few. Both newest first.
 * Undefined: there is no message to go by.
 */
export function styleOf(byAuthor: readonly PastCommit[], ofBranch: readonly PastCommit[]): CommitStyle | undefined {
  const own = byAuthor.filter(isWritten).slice(0, styleSample);
  const basis = own.length >= fewest ? 'author' : 'branch';
  const commits = basis === 'author' ? own : ofBranch.filter(isWritten).slice(0, styleSample);
  return commits.length > 0 ? { basis, ...measured(commits.map(({ message }) => partsOfMessage(message))) } : undefined;
}

function measured(messages: readonly MessageParts[]): Omit<CommitStyle, 'basis'> {
  const subjects = messages.map(({ subject }) => partsOfSubject(subject));
  const isUsual = (test: (subject: SubjectParts) => boolean) => subjects.filter(test).length >= most * subjects.length;
  const prefixes = isUsual(({ prefix }) => prefix !== undefined) ? ranked(subjects.map(({ prefix }) => prefix)) : [];
  const types = prefixes.filter((prefix) => conventionalTypes.has(prefix));
  const tickets = subjects.flatMap(({ ticket }) => (ticket ? [ticket] : []));
  const language = languageOf(messages.map(({ subject, body }) => [subject, ...body].join('\n')));
  const words = subjects.map((subject) => subject.words);
  return {
    subjects: messages.map(({ subject }) => subject),
    prefixes,
    prefixIs: prefixes.length === 0 ? undefined : types.length * 2 >= prefixes.length ? 'type' : 'part',
    scopes: isUsual(({ scope }) => scope !== undefined) ? ranked(subjects.map(({ scope }) => scope)) : [],
    emoji: isUsual(({ emoji }) => emoji !== undefined) ? emojiKind(subjects) : undefined,
    ticket: tickets.length >= most * subjects.length ? tickets[0] : undefined,
    language,
    tense: language === undefined || language === 'English' ? prevailing(words.map(tenseOf)) : undefined,
    firstLetter: prevailing(words.map(firstLetter)),
    endsWithPeriod: isUsual((subject) => /[.。]$/.test(subject.words)),
    subjectLimit: subjectLimit(messages.map(({ subject }) => [...subject].length)),
    ...bodyStyle(messages),
    trailers: ranked(messages.flatMap(({ trailers }) => [...new Set(trailers)])).filter(
      (name) => messages.filter(({ trailers }) => trailers.includes(name)).length >= most * messages.length,
    ),
  };
}

function emojiKind(subjects: readonly SubjectParts[]): 'sign' | 'code' {
  const codes = subjects.filter(({ emoji }) => emoji?.startsWith(':')).length;
  return codes * 2 > subjects.filter(({ emoji }) => emoji !== undefined).length ? 'code' : 'sign';
}

function bodyStyle(messages: readonly MessageParts[]): Pick<CommitStyle, 'body' | 'bullet'> {
  const bodies = messages.map(({ body }) => body).filter((body) => body.length > 0);
  const share = bodies.length / messages.length;
  const isNever = share < 0.1 && messages.length >= fewest;
  const bullets = bodies.map((body) => prevailing(body.filter((line) => line !== '').map(bulletOf)));
  return { body: share >= most ? 'usual' : isNever ? 'never' : 'sometimes', bullet: prevailing(bullets) };
}

function bulletOf(line: string): '-' | '*' | undefined {
  const sign = /^\s*([-*•])\s/.exec(line)?.[1];
  return sign === undefined ? undefined : sign === '-' ? '-' : '*';
}

/** All but the longest tenth of the subjects are within it. */
function subjectLimit(lengths: readonly number[]): number {
  if (lengths.length < fewest) return usualLimit;
  const sorted = [...lengths].sort((a, b) => a - b);
  const length = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? usualLimit;
  return Math.min(limits.most, Math.max(limits.least, length));
}

function firstLetter(words: string): 'upper' | 'lower' | undefined {
  const [first = ''] = words;
  if (first.toLowerCase() === first.toUpperCase()) return undefined;
  return first === first.toUpperCase() ? 'upper' : 'lower';
}

/** The value that most of the given ones have; absent ones count against all. */
function prevailing<T extends string>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = ranked(values);
  return values.filter((value) => value === first).length >= most * values.length ? first : undefined;
}

/** Each value once, the most used first. */
function ranked<T extends string>(values: readonly (T | undefined)[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
