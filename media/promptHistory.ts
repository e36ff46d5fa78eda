const maxPrompts = 100;

/** The prompts sent before, walked through with Up and Down like the commands of a shell. */
export class PromptHistory {
  private readonly prompts: string[] = [];
  /** Where the walk stands; equal to the number of prompts while there is none. */
  private at = 0;
  private draft = '';

  get isWalking(): boolean {
    return this.at < this.prompts.length;
  }

  add(prompt: string): void {
    const known = this.prompts.indexOf(prompt);
    if (known >= 0) this.prompts.splice(known, 1);
    this.prompts.push(prompt);
    if (this.prompts.length > maxPrompts) this.prompts.shift();
    this.leave();
  }

  /** The prompt before; undefined at the oldest. `draft` is what comes back at the end of the walk. */
  older(draft: string): string | undefined {
    if (this.at === 0) return undefined;
    if (!this.isWalking) this.draft = draft;
    this.at -= 1;
    return this.prompts[this.at];
  }

  /** The prompt after, or the draft after the newest; undefined if there is no walk. */
  newer(): string | undefined {
    if (!this.isWalking) return undefined;
    this.at += 1;
    return this.prompts[this.at] ?? this.draft;
  }

  leave(): void {
    this.at = this.prompts.length;
  }
}
