/** What a request is made for, as usage is counted by. It is never sent. */
export const purposes = [
  'chat',
  'compare',
  'review',
  'title',
  'edit',
  'refactor',
  'fix',
  'document',
  'writeTests',
  'refine',
  'commit',
  'terminal',
  'extract',
  'research',
  'citations',
  'replay',
] as const;
export type Purpose = (typeof purposes)[number];
