import assert from 'node:assert/strict';
import { plainHtml } from './html';
import { streamedHtml } from './htmlPage';

/** Checks what is made of a text: as a whole, cut in two at every place, and character by character. */
export function assertDrawn(markdown: string, html: string): void {
  assert.equal(plainHtml(markdown), html, 'what the parser makes of it');
  for (let at = 0; at <= markdown.length; at++) {
    const halves = [markdown.slice(0, at), markdown.slice(at)];
    assert.equal(streamedHtml(halves), html, `cut at ${at}`);
    assert.equal(streamedHtml(halves, 0), html, `cut at ${at}, finished in parts`);
  }
  assert.equal(streamedHtml(markdown.split('')), html, 'character by character');
  assert.equal(streamedHtml(markdown.split(''), 0), html, 'character by character, finished in parts');
}
