/** A value of the right kind for fields of requests, by name. */
export const anyFields = {
  prompt: 'p',
  url: 'u',
  turnId: 't',
  attachmentId: 'a',
  path: 'p',
  name: 'n',
  source: 's',
  paths: ['p'],
  before: 't',
  chatId: 'c',
  questionId: 'q',
  draft: 'd',
  pasted: 'p',
  trigger: '@',
  suggestion: 'explainFile',
  tool: 'googleSearch',
  of: 'answer',
  uris: ['u'],
  uploadId: 'u',
  bytes: new Uint8Array([1]),
  thumbnail: 't',
  part: 0,
  block: 1,
  line: 2,
  turn: 3,
  step: 1,
  at: 1,
  size: 1,
};

/** The action that fits a request, where it is not `retry`. */
export const actions: Readonly<Record<string, string>> = {
  actOnBanner: 'takeOver',
  actOnCode: 'copyCode',
  actOnMedia: 'saveMedia',
};
