/** Whether this is meant for a model that acts on a screen. What it does could not be shown safely here. */
export function isComputerUse(model: string): boolean {
  return /computer[\s_-]*use/i.test(model);
}
