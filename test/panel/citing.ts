import assert from 'node:assert/strict';
import { utf8Length } from '../../src/core/base/utf8';
import type { Citation } from '../../src/parts/citation';
import { cited } from './turns';

export const sites = [
  'https://one.example/a',
  'https://two.example/b',
  'https://three.example/c',
  'https://four.example/d',
];

/** What supports the words that end with `words` in the text, counted in bytes as the service does. */
export function citing(text: string, words: string, site: number): Citation {
  const end = text.indexOf(words) + words.length;
  assert.ok(end >= words.length, words);
  return cited(0, utf8Length(text.slice(0, end)), `Title ${site}`, sites[site - 1] ?? '');
}
