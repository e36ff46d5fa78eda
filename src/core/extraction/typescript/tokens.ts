/** A word, a literal or a sign of TypeScript's language of types. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'sign' | 'end';
  /** Of a string: what it stands for. */
  readonly text: string;
  /** In UTF-16 units from the beginning of the file. */
  readonly start: number;
  readonly end: number;
  /** What the JSDoc comment before it says. */
  readonly comment?: string;
}

const pattern =
  /\/\*\*(?!\/)(?<doc>[\s\S]*?)\*\/|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|(?<string>'(?:[^'\\\n]|\\(?:\r\n|[\s\S]))*'|"(?:[^"\\\n]|\\(?:\r\n|[\s\S]))*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`)|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[\p{ID_Start}_$][\p{ID_Continue}$]*)|(?<sign>=>|\.\.\.|[\s\S])/uy;

/** Reads tokens one after the other, so that the code behind the types is never looked at. */
export class Tokens {
  private next: Token;

  constructor(
    private readonly text: string,
    private at: number,
  ) {
    this.next = this.read();
  }

  get peek(): Token {
    return this.next;
  }

  take(): Token {
    const token = this.next;
    this.next = this.read();
    return token;
  }

  /** Takes the sign or word if it comes next. */
  skip(text: string): boolean {
    const comes = this.comes(text);
    if (comes) this.take();
    return comes;
  }

  comes(text: string): boolean {
    return this.next.text === text && (this.next.kind === 'sign' || this.next.kind === 'name');
  }

  /** Whether the text that comes next begins in this way. A few words are looked at. */
  looksAt(beginning: RegExp): boolean {
    return beginning.test(this.text.slice(this.next.start, this.next.start + 200));
  }

  private read(): Token {
    let comment: string | undefined;
    while (this.at < this.text.length) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (!found) break;
      const start = this.at;
      this.at = pattern.lastIndex;
      const { doc, string, number, name, sign } = found.groups ?? {};
      if (doc !== undefined) comment = plainComment(doc);
      const place = { start, end: this.at, ...(comment !== undefined && comment !== '' && { comment }) };
      if (string !== undefined) return { kind: 'string', text: unescaped(string.slice(1, -1)), ...place };
      if (number !== undefined) return { kind: 'number', text: number.replaceAll('_', ''), ...place };
      if (name !== undefined) return { kind: 'name', text: name, ...place };
      if (sign !== undefined) return { kind: 'sign', text: sign, ...place };
    }
    return { kind: 'end', text: '', start: this.text.length, end: this.text.length };
  }
}

/** The text of a JSDoc comment up to its first tag, in one line. */
export function plainComment(inner: string): string {
  const lines = inner.split(/\r?\n/).map((line) => line.replace(/^\s*\*?\s?/, '').trim());
  const tag = lines.findIndex((line) => line.startsWith('@'));
  return (tag < 0 ? lines : lines.slice(0, tag)).filter(Boolean).join(' ');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|\r?\n|([\s\S]))/g, (...found) => {
    const [, long, four, two, one]: readonly (string | undefined)[] = found;
    const code = long ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    // Of a line break nothing is left.
    return one === undefined ? '' : (escapes[one] ?? one);
  });
}
