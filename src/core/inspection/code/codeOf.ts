import type { CodeLanguage, CodeSource } from './codeSource';
import { curlOf } from './curl';
import { pythonOf } from './python';
import { typescriptOf } from './typescript';

/** A request as code that runs. The key comes from the environment variable `GEMINI_API_KEY`. */
export function codeOf(language: CodeLanguage, source: CodeSource): string {
  switch (language) {
    case 'typescript':
      return typescriptOf(source);
    case 'python':
      return pythonOf(source);
    case 'curl':
      return curlOf(source);
  }
}
