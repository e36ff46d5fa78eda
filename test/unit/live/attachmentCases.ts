import { answering, type Case, inputOf, isCreate, whole } from './deviations';
import { invalid } from './serviceAsAssumed';
import type { Heard } from './standIn';

const has = (type: string) => (heard: Heard) =>
  isCreate(heard) && JSON.stringify(inputOf(heard)).includes(`"type":"${type}"`);
const isWordless = (heard: Heard) => has('image')(heard) && !has('text')(heard);
const refused = /^400 \w+ -> /;

/** What concerns that which goes along with a question: assumption 15. */
export const attachmentCases: readonly Case[] = [
  {
    name: 'a picture is refused',
    probe: 'picture',
    deviation: answering(has('image'), invalid('Image input modality is not enabled for models/m')),
    seen: refused,
  },
  {
    name: 'a picture without words is refused',
    probe: 'picture-alone',
    deviation: answering(isWordless, invalid('The input has no text.')),
    seen: refused,
  },
  {
    name: 'a PDF is refused',
    probe: 'pdf-inline',
    deviation: answering(has('document'), invalid('The document has no pages.')),
    seen: refused,
  },
  {
    name: 'a recording is taken by a model for pictures',
    probe: 'audio-refused',
    deviation: answering(has('audio'), whole),
    seen: /^200 completed$/,
  },
  {
    name: 'a recording is refused in words that the product does not know',
    probe: 'audio-refused',
    deviation: answering(has('audio'), invalid('No.')),
    seen: /^400 invalid_request -> invalidRequest$/,
  },
  {
    name: 'a system instruction is refused',
    probe: 'system-instruction',
    deviation: answering(({ body }) => body.system_instruction !== undefined, invalid('No instruction.')),
    seen: refused,
  },
];
