/** Which block of code, both counted from 0: the part of the answer, and the block among all of that part. */
export interface CodePlace {
  readonly part: number;
  readonly block: number;
}

const shells = [
  'sh',
  'bash',
  'zsh',
  'fish',
  'shell',
  'shellscript',
  'console',
  'terminal',
  'powershell',
  'pwsh',
  'ps1',
  'bat',
  'cmd',
];

/** Whether code in this language can be put at the prompt of a terminal. */
export function isShell(language: string): boolean {
  return shells.includes(language);
}

/** Whether code in this language is a diagram in Mermaid's. */
export function isDiagram(language: string): boolean {
  return language === 'mermaid' || language === 'mmd';
}

/** Whether code in this language is data that a JSON document can hold. */
export function isJson(language: string): boolean {
  return language === 'json';
}
