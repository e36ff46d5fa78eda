import type { GitRepository } from './gitApi';

/** The message box of a repository while a message is written into it. What the user types there is never overwritten. */
export class MessageBox {
  private readonly before: string;
  /** VS Code tells what is in the box a moment later, so that an older text of ours may be seen again. */
  private readonly written = new Set<string>();

  constructor(private readonly repository: Pick<GitRepository, 'inputBox'>) {
    this.before = repository.inputBox.value;
    this.written.add(plain(this.before));
  }

  /** False: the user has typed in it, so nothing was written. */
  write(text: string): boolean {
    if (!this.isOurs) return false;
    this.written.add(plain(text));
    this.repository.inputBox.value = text;
    return true;
  }

  /** Puts back what was there, unless the user has typed in it. */
  restore(): void {
    if (this.isOurs) this.repository.inputBox.value = this.before;
  }

  private get isOurs(): boolean {
    return this.written.has(plain(this.repository.inputBox.value));
  }
}

/** The box may end its lines as the system does. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
