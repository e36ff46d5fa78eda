import type { Interactions } from '@google/genai';
import { takes } from '../modelCatalogue';
import { stepsOfInput } from '../turnInput';
import type { CreateRequest } from '../wire';
import { invalidRequest, refusal, type WireError } from '../wireError';
import type { Rule, Surroundings } from './rule';

type Content = Interactions.Content;

/** How a file of each type begins, as characters of Latin-1. */
const beginnings: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n.\n...\rIHDR/s,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF....WEBP/s,
  'application/pdf': /^%PDF-/,
};

/**
 * Files in the input must be what they are said to be, and of a kind that the model takes. The wordings for pictures are
 * recorded, those for PDFs and for kinds are assumed.
 */
export const mediaRules: readonly Rule[] = [
  ({ model = '', input }) => {
    const refused = contentsOf(input).find(({ type }) => type !== 'text' && !takes(model, type));
    if (!refused) return undefined;
    const kind = `${refused.type.charAt(0).toUpperCase()}${refused.type.slice(1)}`;
    return invalidRequest(`${kind} input modality is not enabled for models/${model}`);
  },
  ({ input }, { files }) => {
    return contentsOf(input)
      .map((content) => refusalOf(content, files))
      .find((found) => found !== undefined);
  },
];

function contentsOf(input: CreateRequest['input']): readonly Content[] {
  return stepsOfInput(input).flatMap((step) => (step.type === 'user_input' ? (step.content ?? []) : []));
}

function refusalOf(content: Content, files: Surroundings['files']): WireError | undefined {
  if (content.type === 'text') return undefined;
  const { data, uri, mime_type: mimeType } = content;
  if ((data === undefined) === (uri === undefined)) {
    return invalidRequest(`Exactly one of 'data' and 'uri' must be set for a content of type '${content.type}'.`);
  }
  if (data === undefined) return isVideoPage(content.type, uri ?? '') ? undefined : refusedUri(uri ?? '', files);
  if (mimeType === undefined) return invalidRequest("'mime_type' must be set beside 'data'.");
  if (data === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(data) || data.length % 4 !== 0) {
    return invalidRequest("Invalid value at 'data': Base64 decoding failed.");
  }
  const bytes = Buffer.from(data, 'base64').toString('latin1');
  if (beginnings[mimeType]?.test(bytes) === false) {
    return content.type === 'image'
      ? invalidRequest(
          'Unable to process input image. Please retry or report in https://developers.generativeai.google/',
        )
      : invalidRequest('The document has no pages.');
  }
  return mimeType === 'application/pdf' && bytes.includes('/Encrypt')
    ? invalidRequest('The document is encrypted: it cannot be opened without its password.')
    : undefined;
}

function isVideoPage(type: string, uri: string): boolean {
  return type === 'video' && /^https:\/\/(www\.youtube\.com\/watch\?v=|youtu\.be\/)/.test(uri);
}

function refusedUri(uri: string, files: Surroundings['files']): WireError | undefined {
  const [name = ''] = /files\/[\w-]+$/.exec(uri) ?? [];
  if (name === '') return invalidRequest(`Unsupported file uri: ${uri}`);
  const id = name.replace('files/', '');
  switch (files.get(name)?.state) {
    case 'ACTIVE':
      return undefined;
    case undefined: {
      const message = `You do not have permission to access the File ${id} or it may not exist.`;
      return refusal(403, 'permission_denied', message);
    }
    default:
      return invalidRequest(`The File ${id} is not in an ACTIVE state and usage is not allowed.`);
  }
}
