import type { Token } from 'markdown-it';
import { parser } from '../parser';

/** The labels of definitions and footnotes, as they are written in a document with others. */
export class Labels {
  private readonly replaced = new Map<string, string>();

  /** `prefix` stands before each of them, so that it is none of another text in the document. */
  constructor(private readonly prefix: string) {}

  /** Whether labels stay as they are unless they have to be others. */
  get areKept(): boolean {
    return this.prefix === '';
  }

  of(label: string): string {
    // What others might take for markup is no label. They do not all know what a definition is, and where one is.
    if (!/[<>`!&\\]/.test(label)) return this.prefix + label;
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
