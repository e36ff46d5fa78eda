import { type LiteralRule, literalsOf } from './literalRules';

/** A literal, a comment or the code inside a literal's `${…}`, which ends with its brace. */
interface Open {
  readonly rule: LiteralRule | 'hole';
  readonly close: string;
  readonly line: number;
  braces: number;
}

export interface ScannedLines {
  /**
   * For each line whether it begins inside a string that goes over several lines: its white space is data then, and no
   * indentation. A string that stands where a statement would, right at the start of a Python body, is documentation.
   */
  readonly isData: readonly boolean[];
  /** How many brackets are open where each line begins, and after the last one. Those in strings and comments do not count. */
  readonly depth: readonly number[];
}

export function scanLines(contents: readonly string[], languageId: string): ScannedLines {
  const scan = new Scan(contents, languageId);
  const depth = [0];
  const inside = contents.map((content, at) => {
    const isInside = scan.takeLine(content, at);
    depth.push(scan.depth);
    return isInside;
  });
  return { isData: inside.map((isInside, at) => isInside && at <= scan.lastSure()), depth };
}

export function literalLines(contents: readonly string[], languageId: string): readonly boolean[] {
  return scanLines(contents, languageId).isData;
}

class Scan {
  private readonly stack: Open[] = [];
  private readonly openers: RegExp;
  private readonly rules: readonly { readonly rule: LiteralRule; readonly whole: RegExp }[];
  private readonly heredocs: RegExp | undefined;
  private readonly goesOnBehindHeredoc: boolean;
  private heredoc: { readonly word: string; readonly line: number } | undefined;
  private lastCode = '';
  private lastLine = 0;
  /** Brackets that are open. */
  depth = 0;

  constructor(
    private readonly contents: readonly string[],
    private readonly languageId: string,
  ) {
    const { rules, heredoc, goesOnBehindHeredoc = false } = literalsOf(languageId);
    this.goesOnBehindHeredoc = goesOnBehindHeredoc;
    this.rules = rules.map((rule) => ({ rule, whole: new RegExp(`^(?:${rule.open})$`) }));
    this.heredocs = heredoc;
    this.openers = new RegExp([...rules.map(({ open }) => open), '[()[\\]{}]'].join('|'), 'g');
  }

  /** Whether the line begins inside a string. */
  takeLine(content: string, at: number): boolean {
    this.lastLine = at;
    if (this.heredoc) {
      const rest = this.afterHeredoc(content, this.heredoc.word);
      if (rest !== undefined) {
        this.heredoc = undefined;
        this.scan(rest, at);
      }
      return true;
    }
    const top = this.stack.at(-1);
    const isInside = top !== undefined && top.rule !== 'hole' && top.rule.isString === true;
    this.scan(content, at);
    const heredoc = this.stack.length === 0 ? this.heredocIn(content) : undefined;
    if (heredoc !== undefined && this.endsLater(heredoc, at)) {
      this.heredoc = { word: heredoc, line: at };
    }
    if (content.trim() !== '') this.lastCode = content.trim();
    return isInside;
  }

  /** The last line of which the scan is sure: what never ends, was no string. */
  lastSure(): number {
    const open = this.stack.find(({ rule }) => rule !== 'hole' && rule.isString);
    return open?.line ?? this.heredoc?.line ?? this.lastLine;
  }

  private scan(content: string, line: number): void {
    let at = 0;
    while (at < content.length) {
      const top = this.stack.at(-1);
      const next =
        top && top.rule !== 'hole' ? this.insideLiteral(content, at, top, top.rule) : this.inCode(content, at, line);
      if (next === undefined) break;
      at = next;
    }
    // What does not go over line breaks ends here, closed or not.
    const top = this.stack.at(-1);
    if (top && top.rule !== 'hole' && !top.rule.isMultiline) this.stack.pop();
  }

  private insideLiteral(content: string, start: number, top: Open, rule: LiteralRule): number | undefined {
    for (let at = start; at < content.length; at += 1) {
      if (rule.hasEscapes && content[at] === '\\') at += 1;
      else if (rule.hasHoles && content.startsWith('${', at)) {
        this.stack.push({ rule: 'hole', close: '}', line: top.line, braces: 0 });
        return at + 2;
      } else if (top.close !== '' && content.startsWith(top.close, at)) {
        this.stack.pop();
        return at + top.close.length;
      }
    }
    return undefined;
  }

  private inCode(content: string, start: number, line: number): number | undefined {
    this.openers.lastIndex = start;
    const found = this.openers.exec(content);
    if (!found) return undefined;
    const end = found.index + found[0].length;
    if (/^[()[\]{}]$/.test(found[0])) {
      this.takeBracket(found[0]);
      return end;
    }
    const rule = this.rules.find(({ whole }) => whole.test(found[0]))?.rule;
    if (!rule) return end;
    const group = found.slice(1).find((text) => text !== undefined) ?? '';
    const isText = this.languageId === 'python' && this.isDocumentation(content.slice(0, found.index));
    const { isString, ...text } = rule;
    this.stack.push({ rule: isText ? text : rule, close: rule.close?.(group) ?? '', line, braces: 0 });
    return end;
  }

  private takeBracket(bracket: string): void {
    const hole = this.stack.at(-1);
    if (hole && bracket === '{') hole.braces += 1;
    if (hole && bracket === '}') hole.braces -= 1;
    if (hole && hole.braces < 0) this.stack.pop();
    else this.depth += '([{'.includes(bracket) ? 1 : -1;
  }

  private isDocumentation(before: string): boolean {
    return /^\s*[rRuU]?$/.test(before) && (this.lastCode === '' || this.lastCode.endsWith(':'));
  }

  private endsLater(heredoc: string, at: number): boolean {
    return this.contents.some((line, later) => later > at && this.afterHeredoc(line, heredoc) !== undefined);
  }

  /** What follows the word that ends a heredoc. Undefined: the line does not end it. */
  private afterHeredoc(content: string, word: string): string | undefined {
    const text = content.trim();
    if (text === word) return '';
    if (!this.goesOnBehindHeredoc || !text.startsWith(word)) return undefined;
    const rest = text.slice(word.length);
    return /^\w/.test(rest) ? undefined : rest;
  }

  private heredocIn(content: string): string | undefined {
    return this.heredocs ? [...content.matchAll(this.heredocs)].at(-1)?.[2] : undefined;
  }
}
