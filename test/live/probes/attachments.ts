import type { JsonObject } from '../../../src/core/base/json';
import { onePixel } from '../../files';
import { asks, create, oneWord } from '../calls';
import { notTried, oneRequest, type Probe } from '../probe';
import { samplePdf } from './samplePdf';

const head = { assumption: 15, assumed: '200 completed' };
const picture = { type: 'image', data: onePixel, mime_type: 'image/png' };
const page = { type: 'document', data: Buffer.from(samplePdf).toString('base64'), mime_type: 'application/pdf' };
/** A WAV file with no sound in it. */
const sound = {
  type: 'audio',
  data: 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAwF0AAIC7AAACABAAZGF0YQAAAAA=',
  mime_type: 'audio/wav',
};
const words = { type: 'text', text: 'Please name the main colour or subject in one word.' };

export const attachments: readonly Probe[] = [
  oneRequest(
    { ...head, id: 'picture', title: 'a picture goes along in the request' },
    create({ input: [along(picture, words)] }),
  ),
  oneRequest(
    { ...head, id: 'picture-alone', title: 'a picture goes without words' },
    create({ input: [along(picture)] }),
  ),
  oneRequest(
    { ...head, id: 'pdf-inline', title: 'a PDF goes along in the request' },
    create({ input: [along(page, words)] }),
  ),
  oneRequest(
    {
      assumption: 15,
      id: 'audio-refused',
      title: 'a recording for a model that takes pictures only',
      assumed: '400 unsupported -> attachmentRefused',
    },
    create(
      { model: 'gemma-4-31b-it', input: [along(sound, words)], generation_config: { max_output_tokens: 256 } },
      'v1beta',
    ),
  ),
  notTried(
    { ...head, id: 'youtube', title: 'a video of YouTube goes along by its address' },
    'even the shortest takes more tokens than all of this',
  ),
  oneRequest(
    { ...head, id: 'system-instruction', title: 'a system instruction goes along' },
    create({ system_instruction: 'Answer in one word.', input: [asks(oneWord)] }),
  ),
  notTried(
    { ...head, id: 'mcp-token', title: 'a remote MCP server with a token, for a model before Gemini 3' },
    'it needs a server that wants a token',
  ),
];

function along(...content: readonly JsonObject[]): JsonObject {
  return { type: 'user_input', content };
}
