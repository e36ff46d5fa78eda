import type { CodeSource } from './codeSource';
import { layOut, type Notation } from './layOut';
import { singleQuoted } from './literals';

const notation: Notation = {
  indent: 2,
  padding: ' ',
  hasTrailingComma: true,
  text: singleQuoted,
  other: String,
  field: (name) => `${fieldName(name)}: `,
  file: (path) => `readFileSync(${singleQuoted(path)}, 'base64')`,
};

/** A program in TypeScript, that is also one in JavaScript, over Google's library `@google/genai`. It prints the answer. */
export function typescriptOf({ body, version, origin, isUsualOrigin, files }: CodeSource): string {
  const request = layOut(body, notation, files);
  const place = isUsualOrigin ? '' : `, baseUrl: ${singleQuoted(origin)}`;
  const reads = request.includes('readFileSync(');
  return `// npm install @google/genai
${reads ? importing('readFileSync', 'node:fs') : ''}${importing('GoogleGenAI', '@google/genai')}
const ai = new GoogleGenAI({
  apiKey: process.env.GEMINI_API_KEY ?? '',
  httpOptions: { apiVersion: ${singleQuoted(version)}${place} },
});

const stream = await ai.interactions.create(${request});

for await (const event of stream) {
  if (event.event_type === 'error') throw new Error(event.error?.message);
  if (event.event_type === 'step.start' && event.step.type === 'model_output') {
    for (const item of event.step.content ?? []) {
      if (item.type === 'text') process.stdout.write(item.text);
    }
  }
  if (event.event_type === 'step.delta' && event.delta.type === 'text') process.stdout.write(event.delta.text);
}
process.stdout.write('\\n');
`;
}

function importing(name: string, module: string): string {
  return `import { ${name} } from ${singleQuoted(module)};\n`;
}

/** Between brackets, `__proto__` is a field like any other. */
function fieldName(name: string): string {
  if (name === '__proto__') return `[${singleQuoted(name)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : singleQuoted(name);
}
