import { addressOf } from '../address';
import type { CodeSource } from './codeSource';
import { layOut, type Notation } from './layOut';
import { jsonText, shellWord } from './literals';

/** Stands for a file while the body is laid out. No text holds a control character as it is: they are escaped. */
const mark = '\u0000';

const notation: Notation = {
  indent: 2,
  padding: ' ',
  hasTrailingComma: false,
  text: jsonText,
  other: String,
  field: (name) => `${jsonText(name)}: `,
  file: (path) => `"${mark}${path}${mark}"`,
};

/** A command for a POSIX shell. It prints the stream of events as it comes. */
export function curlOf({ body, version, origin, files }: CodeSource): string {
  const pieces = layOut(body, notation, files).split(mark);
  const address = shellWord(addressOf(origin, version));
  const request = (end: string) => `curl --silent --show-error --no-buffer ${address} \\
  --header "x-goog-api-key: $GEMINI_API_KEY" \\
  --header 'content-type: application/json' \\
  --header 'accept: text/event-stream' \\
  --data-binary @-${end}`;
  // Between quoted marks a shell takes a text as it is. No line of JSON is the mark at the end.
  if (pieces.length === 1) return `${request(` <<'JSON'\n${pieces[0]}\nJSON`)}\n`;
  const parts = pieces.map((piece, at) =>
    at % 2 === 0 ? `  cat <<'JSON'\n${piece}\nJSON` : `  base64 < ${shellWord(piece)}`,
  );
  // The line breaks between the pieces would be in the middle of a text. Those of the layout mean nothing.
  return `{\n${parts.join('\n')}\n} | tr -d '\\r\\n' | ${request('')}\n`;
}
