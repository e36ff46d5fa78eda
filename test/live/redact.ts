import { isJsonObject, type JsonValue } from '../../src/core/base/json';

/** How much of a sentence of the service is kept. Characters. */
const longestMessage = 200;
/** Longer sentences are cut before they are looked through. Characters. */
const longestRead = 2_000;
/** Long prompts repeat themselves: their beginning has every piece. Characters. */
const longestPrompt = 10_000;
/** So much of the key, or of a prompt, is never a coincidence. Characters. */
const leastOfKey = 6;
const leastOfPrompt = 16;

/** The names under which requests hold words of ours, and under which both sides hold ids. */
const promptNames = new Set(['text', 'input', 'description', 'system_instruction', 'result']);
const idNames = new Set(['id', 'call_id', 'interaction_id', 'previous_interaction_id', 'event_id', 'signature', 'uri']);

/** Takes out of the service's words what is of one person only, so that the rest can be handed on. */
export class Redactor {
  private readonly prompts = new Set<string>();
  private readonly ids = new Set<string>();

  constructor(private readonly key: string) {}

  /** Remembers the words and ids of a request or of an answer. */
  learn(value: JsonValue, name = ''): void {
    if (typeof value === 'string') {
      if (promptNames.has(name) && value.length >= leastOfPrompt) this.prompts.add(value.slice(0, longestPrompt));
      if (idNames.has(name) && value.length >= 4) this.ids.add(value);
    } else if (Array.isArray(value)) {
      for (const item of value) this.learn(item, name);
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) this.learn(item, key);
    }
  }

  /** A sentence of the service without the key, our words and any id. */
  message(sentence: string): string {
    let text = withoutPieces(sentence.slice(0, longestRead), this.key, leastOfKey, '<key>');
    for (const prompt of this.prompts) {
      text = withoutPieces(text, prompt, leastOfPrompt, '<prompt>');
    }
    for (const id of [...this.ids].sort((a, b) => b.length - a.length)) text = text.replaceAll(id, '<id>');
    for (const pattern of idPatterns) text = text.replace(pattern, '<id>');
    return text.slice(0, longestMessage);
  }

  /** A code, a type, a status or the name of a field or model, if it looks like one. */
  word(value: unknown): string {
    if (value === undefined || value === null || value === '') return '<none>';
    const word = String(value);
    const isWord = /^\w[\w.:/-]{0,79}$/.test(word) && !this.ids.has(word) && !isId(word);
    return isWord && withoutPieces(word, this.key, leastOfKey, '') === word ? word : '<odd>';
  }

  words(values: readonly unknown[]): readonly string[] {
    return values.map((value) => this.word(value));
  }
}

const idPatterns = [
  /\bv1_[\w-]{6,}/g,
  /(?<=\bfiles\/)[\w-]{6,}/g,
  /(?<=\bprojects\/)[\w-]+/g,
  /\b\d{9,}\b/g,
  /[\w.+-]+@[\w.-]+/g,
  /[\w+/-]{48,}={0,2}/g,
];

function isId(word: string): boolean {
  return idPatterns.some((pattern) => word.replace(pattern, '') !== word);
}

/** The text with a mark in place of everything of at least this length that also stands in the secret. */
function withoutPieces(text: string, secret: string, least: number, mark: string): string {
  if (secret.length < least) return text;
  let kept = '';
  for (let at = 0; at < text.length; ) {
    let length = text.length - at >= least && secret.includes(text.slice(at, at + least)) ? least : 0;
    if (length === 0) {
      kept += text[at];
      at += 1;
      continue;
    }
    while (at + length < text.length && secret.includes(text.slice(at, at + length + 1))) length += 1;
    kept += mark;
    at += length;
  }
  return kept;
}
