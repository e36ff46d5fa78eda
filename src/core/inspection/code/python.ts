import type { CodeSource } from './codeSource';
import { block, layOut, type Notation } from './layOut';
import { pythonText } from './literals';

const notation: Notation = {
  indent: 4,
  padding: '',
  hasTrailingComma: true,
  text: pythonText,
  other: (value) => (value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : String(value)),
  field: (name) => `${pythonText(name)}: `,
  file: (path) => `read_base64(${pythonText(path)})`,
};

/** A program in Python over Google's library `google-genai`. It prints the answer. */
export function pythonOf({ body, version, origin, isUsualOrigin, files }: CodeSource): string {
  const named = Object.entries(body).map(([name, value]) => `${name}=${layOut(value, notation, files, 1, name)}`);
  const request = block('(', named, ')', notation, 0, '');
  const place = isUsualOrigin ? '' : `, "base_url": ${pythonText(origin)}`;
  const reads = request.includes('read_base64(');
  return `# pip install google-genai
${reads ? 'import base64\n' : ''}import os
${reads ? 'import pathlib\n' : ''}
from google import genai

${reads ? reader : ''}client = genai.Client(
    api_key=os.environ["GEMINI_API_KEY"],
    http_options={"api_version": ${pythonText(version)}${place}},
)

stream = client.interactions.create${request}

for event in stream:
    if event.event_type == "error":
        raise RuntimeError(event.error)
    if event.event_type == "step.start" and event.step.type == "model_output":
        for item in event.step.content or []:
            if item.type == "text":
                print(item.text, end="", flush=True)
    elif event.event_type == "step.delta" and event.delta.type == "text":
        print(event.delta.text, end="", flush=True)
print()
`;
}

const reader = `
def read_base64(path):
    return base64.b64encode(pathlib.Path(path).read_bytes()).decode()


`;
