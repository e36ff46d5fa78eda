import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isJsonObject, objectField } from '../../../src/core/base/json';
import { jsonOrText } from '../frames';

/** One recorded body, and what kind of answer it is. */
export type Recording = { readonly file: string } & (
  | { readonly kind: 'stream'; readonly text: string }
  | { readonly kind: 'interaction'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  /** Nothing that the service says. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable'; readonly why: string }
);

/** Every recording below a folder, by the order of its path. A text file counts as one only if it looks like a stream. */
export function recordingsIn(folder: string): readonly Recording[] {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const files = globSync('**/*.{sse,json,txt,jsonl}', { cwd: folder }).sort();
  return files.flatMap((file) => {
    try {
      return recordingOf(file, readFileSync(join(folder, file), 'utf8')) ?? [];
    } catch (error) {
      return { file, kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** The recording in a file; undefined for a text that has nothing to do with the service. */
function recordingOf(file: string, text: string): Recording | undefined {
  const extension = extname(file);
  if (extension === '.sse' || /^data:/m.test(text)) return { file, kind: 'stream', text };
  const lines = eventsIn(text);
  if (lines) return { file, kind: 'stream', text: lines.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') };
  return extension === '.json' ? { file, kind: kindOfJson(text), text } : undefined;
}

/** Events that were recorded without their framing: one of them a line, or all of them in a list. */
function eventsIn(text: string): readonly unknown[] | undefined {
  const whole = jsonOrText(text);
  const values = Array.isArray(whole)
    ? whole
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(jsonOrText);
  const areEvents = values.length > 0 && values.every((value) => isJsonObject(value) && 'event_type' in value);
  return areEvents ? values : undefined;
}

function kindOfJson(text: string): 'interaction' | 'error' | 'foreign' {
  const value = jsonOrText(text);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // A body that is cut is no JSON any more, and the product meets it all the same.
  if (typeof first === 'string') return 'interaction';
  if (!isJsonObject(first)) return 'foreign';
  if (objectField(first, 'error')) return 'error';
  return typeof first.status === 'string' || Array.isArray(first.steps) ? 'interaction' : 'foreign';
}
