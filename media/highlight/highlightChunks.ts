import { highlighter } from './languages';
import { RunEmitter } from './runEmitter';
import type { Run } from './runs';

/** About what can be coloured in half a frame. */
const chunkChars = 2_500;
/** If a comment, string or the like does not end within this, or this time, what is behind may be coloured wrongly. */
const longestChunk = 20_000;
const longestSearchMs = 50;
/** Longer lines were not written by people, and patterns take long on them. */
const longestLine = 500;
/** What takes longer several times was made to take long. Once it may have been another program. */
const slowMs = 100;
const mostSlow = 3;

/**
 * Colours code piece by piece; what is left when it ends stays without colours. A piece ends where the highlighter is
 * not inside of anything, so that it can start again behind it.
 */
export function* highlightChunks(text: string, language: string): Generator<readonly Run[], void> {
  if (!highlighter.getLanguage(language)) return;
  // The first use of a language takes long by itself.
  highlight('', language);
  yield [];
  for (let from = 0, slow = 0; from < text.length && slow < mostSlow; ) {
    const start = performance.now();
    const { runs, end } = chunkAt(text, from, language);
    if (performance.now() - start > slowMs) slow += 1;
    from = end;
    yield runs;
  }
}

interface Chunk {
  readonly runs: readonly Run[];
  readonly end: number;
}

function chunkAt(text: string, from: number, language: string): Chunk {
  const start = performance.now();
  for (let length = chunkChars; ; length *= 2) {
    const end = endOfLines(text, from, length);
    const part = text.slice(from, end);
    if (hasLongLine(part)) return { runs: [{ text: part, kind: undefined }], end };
    const { runs, isWhole } = highlight(part, language);
    const isLast = end === text.length || length >= longestChunk || performance.now() - start > longestSearchMs;
    if (isWhole || isLast) return { runs, end };
  }
}

function highlight(text: string, language: string): { readonly runs: readonly Run[]; readonly isWhole: boolean } {
  const { _emitter: emitter, _top: top } = highlighter.highlight(text, { language, ignoreIllegals: true });
  const runs = emitter instanceof RunEmitter ? emitter.runs : [];
  const isSame = runs.reduce((length, run) => length + run.text.length, 0) === text.length;
  // What is inside of something else has a parent.
  const isWhole = top === undefined || !('parent' in top) || top.parent === undefined;
  return isSame ? { runs, isWhole } : { runs: [{ text, kind: undefined }], isWhole: true };
}

/** The end of the last line that fits, or of the first if that does not. */
function endOfLines(text: string, from: number, length: number): number {
  if (from + length >= text.length) return text.length;
  const last = text.lastIndexOf('\n', from + length - 1) + 1;
  if (last > from) return last;
  const next = text.indexOf('\n', from + length) + 1;
  return next === 0 ? text.length : next;
}

function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > longestLine) return true;
    if (end < 0) return false;
    start = end + 1;
  }
  return false;
}
