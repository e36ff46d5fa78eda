import { type JsonObject, objectsField, textField } from '../base/json';

/** What a File Search has found in the file of this name, as the steps of an answer have it in wire form. */
export function citedPassages(steps: readonly JsonObject[], name: string): readonly string[] {
  return steps
    .filter(({ type }) => type === 'file_search_result')
    .flatMap((step) => objectsField(step, 'result'))
    .filter((found) => (textField(found, 'title') ?? textField(found, 'file_name')) === name)
    .flatMap((found) => textField(found, 'text') ?? []);
}

/** A shorter line stands in many places. Characters. */
const telling = 12;

/** The line of a text, from 0, where the first of the passages begins that is still in it. Undefined: none is. */
export function lineOfPassage(text: string, passages: readonly string[]): number | undefined {
  const lines = text.split(/\r?\n/).map(packed);
  for (const passage of passages) {
    const wanted = passage.split(/\r?\n/).map(packed);
    // A passage may begin in the middle of a line, and what is before it may have changed.
    for (const line of wanted.filter(({ length }) => length >= telling)) {
      const at = lines.findIndex((one) => one.includes(line));
      if (at >= 0) return at;
    }
  }
  return undefined;
}

function packed(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
