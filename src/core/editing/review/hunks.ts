import { diffLines } from '../text/lineDiff';
import type { SourceText } from '../text/sourceText';

/** Whole lines of the base that the proposal replaces by others, counted from 0, ends not included. */
export interface Hunk {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly proposalStart: number;
  readonly proposalEnd: number;
  /** Indentation, blank lines, spaces or line breaks change, and nothing else: a comparison may not show it. */
  readonly whitespaceOnly: boolean;
}

/** Where a line was counted: in the text as it is, or in the one proposed. */
export type Side = 'base' | 'proposal';

/** The hunks in order. Between two of them stands at least one line that both texts share. */
export function hunksBetween(base: SourceText, proposal: SourceText): readonly Hunk[] {
  return diffLines(base.lines, proposal.lines).map(({ aStart, aEnd, bStart, bEnd }) => ({
    baseStart: aStart,
    baseEnd: aEnd,
    proposalStart: bStart,
    proposalEnd: bEnd,
    whitespaceOnly: isSameButSpace(base.slice(aStart, aEnd), proposal.slice(bStart, bEnd)),
  }));
}

/**
 * The base with the chosen hunks in it. All of them make the proposal and none the base, each byte for byte; a byte order
 * mark stays as the base has it.
 */
export function applyHunks(base: SourceText, proposal: SourceText, chosen: readonly Hunk[]): SourceText {
  return base.withLines(
    woven(base.lines, chosen, ({ proposalStart, proposalEnd }) => proposal.lines.slice(proposalStart, proposalEnd)),
  );
}

/** The proposal without the rejected hunks, for the rest to be decided on. */
export function withoutHunks(base: SourceText, proposal: SourceText, rejected: readonly Hunk[]): SourceText {
  const reversed = rejected.map(({ baseStart, baseEnd, proposalStart, proposalEnd }) => ({
    baseStart: proposalStart,
    baseEnd: proposalEnd,
    proposalStart: baseStart,
    proposalEnd: baseEnd,
  }));
  return proposal.withLines(
    woven(proposal.lines, reversed, ({ proposalStart, proposalEnd }) => base.lines.slice(proposalStart, proposalEnd)),
  );
}

/**
 * The hunks that are left when some were decided on, where they stand now: after accepted ones the base has moved, after
 * rejected ones the proposal. They stay the same hunks, which a new comparison would not promise.
 */
export function remainingHunks(
  hunks: readonly Hunk[],
  decided: readonly Hunk[],
  decision: 'accepted' | 'rejected',
): readonly Hunk[] {
  const left: Hunk[] = [];
  let moved = 0;
  for (const hunk of hunks) {
    const grows = hunk.proposalEnd - hunk.proposalStart - (hunk.baseEnd - hunk.baseStart);
    if (decided.includes(hunk)) moved += decision === 'accepted' ? grows : -grows;
    else left.push(decision === 'accepted' ? movedInBase(hunk, moved) : movedInProposal(hunk, moved));
  }
  return left;
}

/** The hunk a line belongs to. Lines that only go or only come have no lines on one side: their neighbours count there. */
export function hunkAt(hunks: readonly Hunk[], side: Side, line: number): Hunk | undefined {
  const range = (hunk: Hunk) =>
    side === 'base' ? [hunk.baseStart, hunk.baseEnd] : [hunk.proposalStart, hunk.proposalEnd];
  const inside = hunks.find((hunk) => {
    const [start = 0, end = 0] = range(hunk);
    return line >= start && line < end;
  });
  return (
    inside ??
    hunks.find((hunk) => {
      const [start = 0, end = 0] = range(hunk);
      return start === end && (line === start || line === start - 1);
    })
  );
}

function movedInBase(hunk: Hunk, by: number): Hunk {
  return { ...hunk, baseStart: hunk.baseStart + by, baseEnd: hunk.baseEnd + by };
}

function movedInProposal(hunk: Hunk, by: number): Hunk {
  return { ...hunk, proposalStart: hunk.proposalStart + by, proposalEnd: hunk.proposalEnd + by };
}

type Lines = Pick<Hunk, 'baseStart' | 'baseEnd' | 'proposalStart' | 'proposalEnd'>;

function woven(
  lines: readonly string[],
  hunks: readonly Lines[],
  replacement: (hunk: Lines) => readonly string[],
): readonly string[] {
  const result: string[][] = [];
  let at = 0;
  for (const hunk of hunks.toSorted((a, b) => a.baseStart - b.baseStart)) {
    result.push(lines.slice(at, hunk.baseStart), [...replacement(hunk)]);
    at = hunk.baseEnd;
  }
  result.push(lines.slice(at));
  return result.flat();
}

function isSameButSpace(one: string, other: string): boolean {
  return one.replace(/\s+/g, '') === other.replace(/\s+/g, '');
}
