import type { AnswerForm } from './answerForm';
import { FindingsReader, isFindingsText } from './findingsReader';
import { JsonBlock } from './jsonBlock';

/**
 * The text of an answer as people read it. What the model writes in a form for programs is put into Markdown while it comes;
 * every other text stays as it is.
 */
export class ReadableText {
  private text = '';
  private reader: FindingsReader | JsonBlock | undefined;
  private isPlain = false;

  constructor(private readonly form: AnswerForm) {}

  /** What can be shown because of this. The beginning is held back for as long as it may be either. */
  push(more: string): string {
    if (this.isPlain) return more;
    if (this.reader) return this.reader.push(more);
    this.text += more;
    const isFindings = isFindingsText(this.text);
    if (isFindings === undefined) return '';
    const { text } = this;
    this.text = '';
    this.reader = isFindings ? new FindingsReader() : this.form === 'json' ? new JsonBlock() : undefined;
    if (this.reader) return this.reader.push(text);
    this.isPlain = true;
    return text;
  }
}
