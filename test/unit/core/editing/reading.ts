import assert from 'node:assert/strict';
import type { ReadAnswer } from '../../../../src/core/editing/answer/replacementReader';
import { ReplacementReader } from '../../../../src/core/editing/answer/replacementReader';
import { type EditQuestion, editRequest } from '../../../../src/core/editing/ask/editRequest';

export interface Asked extends Partial<EditQuestion> {
  readonly text: string;
  /** Lines from 0, `end` not included. */
  readonly lines?: readonly [number, number];
}

/** A reader for the answer to a question about some lines. */
export function readerFor({ lines = [0, 1], ...question }: Asked): ReplacementReader {
  const [start, end] = lines;
  const asked = editRequest(
    {
      kind: 'refactor',
      path: 'src/a.ts',
      languageId: 'typescript',
      ranges: [{ start, end }],
      instruction: 'Do it',
      ...question,
    },
    { model: 'm' },
  );
  assert.ok(asked.kind === 'request');
  return new ReplacementReader(asked.form, asked.target, question.kind ?? 'refactor');
}

/** The answer in pieces of some characters. */
export function read(asked: Asked, answer: string, { isWhole = true, size = 7 } = {}): ReadAnswer {
  const reader = readerFor(asked);
  for (let at = 0; at < answer.length; at += size) reader.push(answer.slice(at, at + size));
  return reader.finish(isWhole);
}

/** The document after the answer, or in words why not. */
export function outcome(asked: Asked, answer: string, options: { isWhole?: boolean; size?: number } = {}): string {
  const result = read(asked, answer, options);
  return result.kind === 'replacement' ? result.proposal : `refused: ${result.reason}`;
}

export const tagged = (code: string, part = 1): string => `<edit-${part}>\n${code}\n</edit-${part}>\n`;
