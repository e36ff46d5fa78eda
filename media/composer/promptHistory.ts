const maxPrompts = 100;

/** The prompts sent before, walked through with Up and Down like the commands of a shell. */
export class PromptHistory {
  private readonly prompts: string[] = [];
  /** Where the walk stands; equal to the number of prompts while there is none. */
  private at = 0;
  private draft = '';
  /** Where the prompts of the chat that is shown begin. Those before are of others. */
  private chatStart = 0;

  get isWalking(): boolean {
    return this.at < this.prompts.length;
  }

  add(prompt: string): void {
    this.remove(this.prompts.indexOf(prompt));
    this.prompts.push(prompt);
    if (this.prompts.length > maxPrompts) this.remove(0);
    this.leave();
  }

  /** Another chat is shown: what is added now is of that one. */
  beginChat(): void {
    this.chatStart = this.prompts.length;
  }

  /** Takes in what was sent in this chat before everything that is known of it. A walk goes on where it is. */
  addEarlier(prompts: readonly string[]): void {
    for (const prompt of prompts.toReversed()) {
      const known = this.prompts.indexOf(prompt);
      if (known >= this.chatStart) continue;
      this.remove(known);
      if (this.prompts.length >= maxPrompts && this.chatStart === 0) return;
      if (this.prompts.length >= maxPrompts) this.remove(0);
      this.prompts.splice(this.chatStart, 0, prompt);
      if (this.at >= this.chatStart) this.at += 1;
    }
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

  private remove(index: number): void {
    if (index < 0) return;
    this.prompts.splice(index, 1);
    if (index < this.chatStart) this.chatStart -= 1;
    if (index < this.at) this.at -= 1;
  }
}
