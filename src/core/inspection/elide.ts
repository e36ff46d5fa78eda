import { isJsonObject, type JsonObject, type JsonValue } from '../base/json';

/** What stands in the place of what is too long to read, of `length` characters, or must not be shown. */
export interface ElisionWords {
  elided(length: number): string;
  readonly secret: string;
}

/** Longer ones are no longer read by people. Characters. */
const longestBlob = 64;
const shownOfSignature = 12;

/** API keys of Google in both of their forms. */
const keys = /AIza[\w-]{35}|AQ\.[\w-]{30,}/g;
const dataUrl = /(data:[\w.+-]+\/[\w.+-]+;base64,)([A-Za-z0-9+/=]{64,})/g;
const blobFields = new Set(['data']);
const signatureFields = new Set(['signature', 'continuation_token', 'thought_signature']);

/**
 * The same value for people: media and signatures are cut, and keys and the headers for other servers are taken out.
 * `secrets`: texts that must not be shown wherever they stand.
 */
export function elided(value: JsonValue, words: ElisionWords, secrets: readonly string[] = []): JsonValue {
  return new Elider(words, secrets, { blobs: true, headers: true }).value('', value);
}

/** The same with all media and signatures, for machines: without keys and headers alone. */
export function withoutSecrets(value: JsonValue, words: ElisionWords, secrets: readonly string[] = []): JsonValue {
  return new Elider(words, secrets, { blobs: false, headers: true }).value('', value);
}

/** The same without keys and these texts; in their place stands `instead`. Whatever has another name is whole. */
export function withoutTexts(value: JsonValue, secrets: readonly string[], instead: string): JsonValue {
  const words = { secret: instead, elided: String };
  return new Elider(words, secrets, { blobs: false, headers: false }).value('', value);
}

class Elider {
  private readonly secrets: string[];

  constructor(
    private readonly words: ElisionWords,
    secrets: readonly string[],
    private readonly cuts: { readonly blobs: boolean; readonly headers: boolean },
  ) {
    this.secrets = secrets.filter((secret) => secret !== '').flatMap(writtenForms);
    // One may begin with another.
    this.secrets.sort((a, b) => b.length - a.length);
  }

  value(field: string, value: JsonValue): JsonValue {
    if (typeof value === 'string') return this.text(field, value);
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.value('', item));
    return isJsonObject(value) ? this.object(field, value) : value;
  }

  private object(field: string, object: JsonObject): JsonObject {
    const entries = Object.entries(object).map(([key, value]): [string, JsonValue] => {
      if (this.cuts.headers && field === 'headers') return [key, this.words.secret];
      return [this.text('', key), this.value(key, value)];
    });
    // Unlike an assignment, it makes a field of `__proto__`, too.
    return Object.fromEntries(entries);
  }

  private text(field: string, text: string): string {
    const { elided } = this.words;
    if (this.cuts.blobs && text.length > longestBlob) {
      if (blobFields.has(field)) return elided(text.length);
      if (signatureFields.has(field)) return `${text.slice(0, shownOfSignature)}… ${elided(text.length)}`;
    }
    let shown = text.replace(keys, this.words.secret);
    if (this.cuts.blobs) {
      shown = shown.replace(dataUrl, (_all, head: string, data: string) => `${head}${elided(data.length)}`);
    }
    for (const secret of this.secrets) shown = shown.replaceAll(secret, this.words.secret);
    return shown;
  }
}

/** A server's answer may be JSON in a text within JSON, and an event of a stream is JSON around that. */
const deepestJson = 4;

/** How a text stands in texts of other kinds: in addresses, and in JSON within JSON. */
function writtenForms(text: string): readonly string[] {
  const forms = new Set([text, encodeURIComponent(text)]);
  let inJson = text;
  for (let depth = 1; depth <= deepestJson; depth += 1) {
    inJson = JSON.stringify(inJson).slice(1, -1);
    forms.add(inJson);
  }
  return [...forms];
}
