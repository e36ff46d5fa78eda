import { withoutRequestNumber } from './subjectParts';

/** A commit as the history has it. */
export interface PastCommit {
  readonly message: string;
  readonly isMerge: boolean;
}

/** What a message consists of. */
export interface MessageParts {
  /** Without the number that a forge adds. */
  readonly subject: string;
  /** The lines between the subject and the trailers, without empty ones at either end. */
  readonly body: readonly string[];
  /** The names of the trailers, such as `Signed-off-by`. */
  readonly trailers: readonly string[];
}

const trailer = /^([A-Za-z][\w-]*): \S/;
/** Keys that people write like sentences, and git all the same takes for trailers. */
const noTrailer = /^(?:https?|note|notes|todo|warning|example|see|usage)$/i;

export function partsOfMessage(message: string): MessageParts {
  const [subject = '', ...rest] = message.replace(/\r\n?/g, '\n').trim().split('\n');
  const lines = withoutEmptyEnds(rest.map((line) => line.trimEnd()));
  const last = lines.lastIndexOf('') + 1;
  const names = lines.slice(last).map((line) => trailer.exec(line)?.[1]);
  const isTrailers = names.every((name) => name !== undefined && !noTrailer.test(name));
  return {
    subject: withoutRequestNumber(subject),
    body: isTrailers ? withoutEmptyEnds(lines.slice(0, last)) : lines,
    trailers: isTrailers ? names.filter((name) => name !== undefined) : [],
  };
}

/** Whether a person chose these words: not git, not a merge button, not a robot. */
export function isWritten({ message, isMerge }: PastCommit): boolean {
  return !isMerge && message.trim() !== '' && !madeByTools.test(message.trimStart());
}

const madeByTools =
  /^(?:Merge (?:branch|branches|commit|pull request|remote-tracking|tag)\b|Merged? (?:PR|in)\b|Revert "|Reapply "|(?:fixup|squash|amend)! |(?:[\w-]+(?:\([\w-]*\))?: )?[Bb]ump \S+ from \S+ to |Auto-merge\b|v?\d+\.\d+\.\d+(?:-[\w.]+)?$)/;

function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return [];
  return lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
