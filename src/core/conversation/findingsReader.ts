import { isJsonObject, type JsonObject, objectsField, textField } from '../base/json';
import { type Finding, findingsKey, readFinding } from './findings';

/** How an answer of findings begins, whatever blanks there are. */
const beginning = new RegExp(`^\\s*\\{\\s*"${findingsKey}"\\s*:\\s*\\[`);
/** Blanks and the name: what is longer and is no beginning will be none. */
const longestBeginning = 200;

/** Whether a text is an answer of findings. Undefined: more of it is needed to tell. */
export function isFindingsText(text: string): boolean | undefined {
  if (beginning.test(text)) return true;
  if (text.length > longestBeginning) return false;
  const packed = text.replace(/\s+/g, '');
  if (packed === '') return text === '' ? undefined : false;
  return `{"${findingsKey}":[`.startsWith(packed) ? undefined : false;
}

/** Reads an answer of findings while it streams: each finding as soon as it is whole. */
export class FindingsReader {
  readonly findings: Finding[] = [];
  private text = '';
  /** Up to here the text was looked at. */
  private at = 0;
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  /** Where the finding begins that is being written. */
  private start = -1;
  private isListOver = false;

  /** The Markdown that is added by more of the answer. */
  push(more: string): string {
    this.text += more;
    let added = '';
    for (; this.at < this.text.length; this.at += 1) added += this.step(this.text[this.at] ?? '');
    return added;
  }

  private step(character: string): string {
    if (this.inString) {
      if (this.isEscaped) this.isEscaped = false;
      else if (character === '\\') this.isEscaped = true;
      else if (character === '"') this.inString = false;
      return '';
    }
    switch (character) {
      case '"':
        this.inString = true;
        return '';
      case '{':
      case '[':
        this.depth += 1;
        // The object and its list are open: what opens now is a finding.
        if (this.depth === 3 && character === '{' && !this.isListOver) this.start = this.at;
        return '';
      case '}':
      case ']':
        this.depth -= 1;
        return this.closed();
      default:
        return '';
    }
  }

  private closed(): string {
    if (this.depth === 2 && this.start >= 0) {
      const finding = readFinding(parseJson(this.text.slice(this.start, this.at + 1)));
      this.start = -1;
      if (!finding) return '';
      this.findings.push(finding);
      return toMarkdown(finding);
    }
    if (this.depth === 1) this.isListOver = true;
    return this.depth === 0 ? this.summary() : '';
  }

  private summary(): string {
    const whole = parseJson(this.text);
    return isJsonObject(whole) && typeof whole.summary === 'string' ? `${whole.summary.trim()}\n` : '';
  }
}

/** The place is code, so that the panel makes a link of it. */
function toMarkdown({ file, line, title, detail }: Finding): string {
  const place = `${oneLine(file).replaceAll('`', '')}:${line}`;
  return `**${oneLine(title).replace(/[*_\\`[\]<>]/g, '\\$&')}** \`${place}\`\n\n${detail.trim()}\n\n`;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The findings in an answer, as its steps have them in wire form. */
export function findingsIn(steps: readonly JsonObject[]): readonly Finding[] {
  const texts = steps
    .filter(({ type }) => type === 'model_output')
    .flatMap((step) => objectsField(step, 'content'))
    .flatMap((content) => textField(content, 'text') ?? []);
  return texts.flatMap((text) => {
    if (isFindingsText(text) !== true) return [];
    const reader = new FindingsReader();
    reader.push(text);
    return reader.findings;
  });
}
