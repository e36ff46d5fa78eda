import { fitSubject } from './fitSubject';
import { replyLines } from './replyLines';

export interface CleaningRules {
  /** The longest subject. Characters. */
  readonly subjectLimit: number;
  /** What git takes for the start of a comment. */
  readonly commentMark: string;
  /** The history has subjects alone. */
  readonly isSubjectOnly: boolean;
}

/**
 * A model's reply as a commit message: without fences, quotes, headings and what it says before and after. `isWhole`: the
 * reply has ended. Until then what may still turn out not to belong to the message is held back, so that it never shows.
 */
export function cleanReply(reply: string, rules: CleaningRules, isWhole: boolean): string {
  const text = reply.replace(/\r\n?/g, '\n').replace(unprintable, '');
  const lines = replyLines(text, isWhole).map((line) => line.trimEnd());
  const [first = '', ...rest] = withoutQuotesAround(lines, isWhole);
  const subject = plainSubject(first, rules.commentMark);
  if (subject === '') return '';
  const body = rules.isSubjectOnly ? [] : bodyOf(rest, rules.commentMark, isWhole);
  const isCut = isWhole || rest.length > 0;
  const fitting = isCut ? fitSubject(subject, rules.subjectLimit) : subject;
  // What does not fit into the subject is not lost where there is room for it.
  const lost = fitting === subject || rules.isSubjectOnly ? [] : [safeLine(subject, rules.commentMark), ''];
  return [fitting, '', ...lost, ...body].join('\n').trimEnd();
}

/** Control characters, marks that turn the direction of text, and what has no width, save joiners. */
const unprintable =
  /[^\P{Cc}\n]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

const quotePairs = ['""', "''", '``', '“”', '„“', '«»', '「」'] as const;

/** Takes away quotes that stand around the subject or around the whole message, and no others. */
function withoutQuotesAround(lines: readonly string[], isWhole: boolean): readonly string[] {
  const [first = '', ...rest] = lines;
  const open = first.trimStart().charAt(0);
  const pair = quotePairs.find((quotes) => quotes.startsWith(open));
  if (open === '' || pair === undefined) return lines;
  const close = pair.charAt(1);
  const inner = first.trimStart().slice(1);
  const isAlone = (text: string) => !text.slice(0, -1).includes(close);
  if (inner.endsWith(close) && isAlone(inner)) return [inner.slice(0, -1), ...rest];
  const last = rest.findLastIndex((line) => line !== '');
  if (!inner.includes(close) && rest[last]?.endsWith(close)) {
    return [inner, ...rest.slice(0, last), rest[last]?.slice(0, -1) ?? ''];
  }
  return isWhole || inner.includes(close) ? lines : [inner, ...rest];
}

function plainSubject(line: string, commentMark: string): string {
  const text = line
    .trim()
    .replace(/^(?:#{1,6}\s+|>\s+)/, '')
    .replace(/^(?:\*\*)?(?:commit message|subject):(?:\*\*)?\s+/i, '')
    .replace(/^\*\*(.+?)\*\*$/, '$1')
    .replace(/^`([^`]+)`$/, '$1')
    .replace(/\s+/g, ' ');
  // Git would take the line for a comment and the commit for one without a message. A number keeps its mark within words.
  return text.startsWith(commentMark) && commentMark !== '#' ? text.slice(commentMark.length).trimStart() : text;
}

/** Trailers that speak for a person, or that a hook makes. A model can only invent them. */
const personal = [
  'signed-off-by:',
  'co-authored-by:',
  'co-developed-by:',
  'reviewed-by:',
  'acked-by:',
  'tested-by:',
  'reported-by:',
  'suggested-by:',
  'change-id:',
  'cc:',
];

/** By then it shows whether a paragraph is talk: "This commit message summarizes". Characters. */
const longestStart = 30;

function bodyOf(lines: readonly string[], commentMark: string, isWhole: boolean): readonly string[] {
  const body: string[] = [];
  for (const line of lines.filter((written) => !isPersonal(written))) {
    const text = safeLine(line, commentMark);
    if (text !== '' || (body.length > 0 && body.at(-1) !== '')) body.push(text);
  }
  if (isWhole || isPersonal(lines.at(-1) ?? '')) return body;
  // The paragraph that has just begun may become talk, and the line such a trailer.
  const begun = body.at(-1) ?? '';
  const mayBeTalk = (body.length < 2 || body.at(-2) === '') && begun.length < longestStart;
  const mayBePersonal = personal.some((start) => start.startsWith(begun.toLowerCase()));
  return mayBeTalk || mayBePersonal ? body.slice(0, -1) : body;
}

function isPersonal(line: string): boolean {
  return personal.some((start) => line.toLowerCase().startsWith(start));
}

/** A heading loses its mark; any other line that git would take for a comment is moved by a blank, which git keeps. */
function safeLine(line: string, commentMark: string): string {
  if (!line.startsWith(commentMark)) return line;
  const heading = commentMark === '#' ? /^#{1,6}\s+(\S.*)$/.exec(line)?.[1] : undefined;
  return heading === undefined ? ` ${line}` : safeLine(heading, commentMark);
}
