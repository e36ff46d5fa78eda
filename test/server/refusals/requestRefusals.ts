import { gateway, inEveryBody, plain } from './wireRefusal';

const invalid = ['invalid_request', 'INVALID_ARGUMENT'] as const;

/** What is wrong with the words sent. Most share one code and are told apart by their sentence. */
export const requestRefusals = {
  blocked: [
    ...inEveryBody(400, invalid, 'Request blocked due to prohibited content.'),
    ...inEveryBody(400, invalid, 'Request blocked due to SAFETY'),
    plain(400, 'content_blocked', 'The request was blocked.'),
    plain(400, 'prohibited_content', 'The request was blocked.'),
  ],
  signature: [
    ...inEveryBody(400, invalid, 'Corrupted thought signature.'),
    ...inEveryBody(400, invalid, 'Unable to submit request because Thought signature is not valid.'),
    plain(400, 'missing_thought_signature', "Function call 'read_file' is missing a thought signature."),
    ...gateway(
      400,
      'INVALID_ARGUMENT',
      'Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly.',
    ),
  ],
  /** Among others what a call after an unsigned thought is answered with (googleapis/js-genai #1735). */
  plainInvalid: inEveryBody(400, invalid, 'Request contains an invalid argument.'),
  topLevelList: inEveryBody(400, invalid, "Invalid value at 'input': value at top-level must be a list."),
  legacySchema: inEveryBody(
    400,
    invalid,
    'The legacy Interactions API schema is no longer supported. Please upgrade your client SDK to Python >= 2.0.0 or ' +
      "JavaScript/TypeScript >= 2.0.0 to adopt the new 'steps' schema.",
  ),
  tooLong: [
    ...inEveryBody(400, invalid, 'The input token count exceeds the maximum number of tokens allowed (1048576).'),
    ...inEveryBody(
      400,
      invalid,
      'The input token count (1196265) exceeds the maximum number of tokens allowed (1048576).',
    ),
  ],
};
