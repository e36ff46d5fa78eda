/** JSON as a block of code, while it comes. A text that does not begin as an object or a list stays as it is. */
export class JsonBlock {
  private state: 'before' | 'inside' | 'inString' | 'escaped' | 'after' = 'before';
  private depth = 0;

  /** The Markdown that is added by more of the answer. */
  push(more: string): string {
    if (this.state === 'after') return more;
    if (this.state === 'before') {
      const text = more.trimStart();
      if (text === '') return '';
      if (!/^[[{]/.test(text)) {
        this.state = 'after';
        return text;
      }
      this.state = 'inside';
      return `\`\`\`json\n${this.push(text)}`;
    }
    for (let at = 0; at < more.length; at += 1) {
      this.step(more[at] ?? '');
      // A line break within a text would be no JSON, so the block cannot end earlier by itself.
      if (this.depth === 0) {
        this.state = 'after';
        const rest = more.slice(at + 1);
        return `${more.slice(0, at + 1)}\n\`\`\`\n${rest.trim() === '' ? '' : rest}`;
      }
    }
    return more;
  }

  private step(character: string): void {
    if (this.state === 'escaped') this.state = 'inString';
    else if (this.state === 'inString') {
      if (character === '\\') this.state = 'escaped';
      else if (character === '"') this.state = 'inside';
    } else if (character === '"') this.state = 'inString';
    else if (character === '{' || character === '[') this.depth += 1;
    else if (character === '}' || character === ']') this.depth -= 1;
  }
}
