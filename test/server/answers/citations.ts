import type { Interactions } from '@google/genai';

interface CitedPassage {
  readonly text: string;
  readonly titles: readonly string[];
  readonly numbers: readonly number[];
}

/** A passage and where it comes from. Several sources repeat the same span, as the service does. */
export function citing(text: string, title: string, ...numbers: readonly number[]): CitedPassage {
  return { text, titles: numbers.map((_, index) => (index === 0 ? title : `source${index}.example`)), numbers };
}

/** Joins passages and gives their places in UTF-8 bytes, which is how the service counts. */
export function cited(passages: readonly (string | CitedPassage)[]): {
  readonly text: string;
  readonly annotations: readonly Interactions.URLCitation[];
} {
  let text = '';
  const annotations: Interactions.URLCitation[] = [];
  for (const passage of passages) {
    const start_index = Buffer.byteLength(text, 'utf8');
    text += typeof passage === 'string' ? passage : passage.text;
    if (typeof passage === 'string') continue;
    const end_index = Buffer.byteLength(text, 'utf8');
    passage.numbers.forEach((number, index) => {
      const url = `https://vertexaisearch.cloud.google.com/grounding-api-redirect/LOCAL_${number}`;
      annotations.push({ start_index, end_index, url, title: passage.titles[index] ?? '', type: 'url_citation' });
    });
  }
  return { text, annotations };
}
