import type { Token } from 'markdown-it';
import { parser } from '../parser';

const forbidden = /[<>`!&\\]/;

/** The labels of definitions and footnotes, as they are written in a document with others. */
export class Labels {
  private readonly replaced = new Map<string, string>();

  /** `prefix` stands before each of them, so that it is none of another text in the document. */
  constructor(private readonly prefix: string) {}

  /** Whether the label stays as it is. What others might take for markup does not: not all know where a definition is. */
  keeps(label: string): boolean {
    return this.prefix === '' && !forbidden.test(label);
  }

  of(label: string): string {
    if (!forbidden.test(label)) return this.prefix + label;
    const key = parser.utils.normalizeReference(label);
    const known = this.replaced.get(key);
    if (known !== undefined) return known;
    const made = `${this.prefix}link-${this.replaced.size + 1}`;
    this.replaced.set(key, made);
    return made;
  }

  /** A definition on one line, without anything that could be taken for markup. */
  definition(token: Token, href: string, title: string): string {
    const address = href === '' ? '<>' : href.replace(/[()]/g, '\\$&');
    const words = title.replace(/[<>&"\\`\n]/g, (char) => `&#${char.charCodeAt(0)};`);
    return `[${this.of(String(token.meta?.label))}]: ${address}${words === '' ? '' : ` "${words}"`}`;
  }
}
