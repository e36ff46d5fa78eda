import {
  anything,
  either,
  flag,
  listOf,
  nonEmpty,
  object,
  oneOf,
  record,
  type Shape,
  tagged,
  text,
  whole,
} from './shape';

const imageTypes = oneOf(
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/gif',
  'image/bmp',
  'image/tiff',
);
/** No text/plain among them: source code goes as text. */
const documentTypes = oneOf(
  'application/pdf',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.ms-powerpoint',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
);
const resolution = oneOf('low', 'medium', 'high', 'ultra_high');

const span = { start_index: whole, end_index: whole };
const annotation = tagged({
  url_citation: { ...span, url: text, title: text },
  file_citation: {
    ...span,
    custom_metadata: record,
    document_uri: text,
    file_name: text,
    media_id: text,
    page_number: whole,
    source: text,
  },
  place_citation: { ...span, name: text, place_id: text, review_snippets: listOf(record), url: text },
  speech_metadata: { ...span, speaker: text, style: text },
  word_info: { ...span, start_offset: text, end_offset: text, speaker: text, text },
});

/** Content by type, fields as in the SDK's `Interactions.Content`. */
export const contentFields: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  text: { 'text!': text, annotations: listOf(annotation) },
  image: { data: text, uri: text, mime_type: imageTypes, resolution },
  audio: { data: text, uri: text, mime_type: text, channels: whole, sample_rate: whole },
  video: { data: text, uri: text, mime_type: text, resolution, name: text, processing: anything },
  document: { data: text, uri: text, mime_type: documentTypes },
};
export const content = tagged(contentFields);

const functionResult = {
  'call_id!': nonEmpty,
  name: text,
  'result!': either(text, record, listOf(content)),
  is_error: flag,
};
/** A result is accepted as a step of its own and, as recorded from public clients, inside a user's content. */
const userContent = tagged({ ...contentFields, function_result: functionResult });

const call = { 'id!': nonEmpty, signature: text };
const result = { 'call_id!': nonEmpty, signature: text };

/** Steps by type, fields as in the SDK's `Interactions.Step`; `function_call.signature` is on the wire but not typed. */
export const stepFields: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  user_input: { 'content!': listOf(userContent) },
  model_output: { content: listOf(content), error: record },
  thought: { signature: text, summary: listOf(tagged({ text: { 'text!': text }, image: contentFields.image ?? {} })) },
  function_call: { ...call, 'name!': nonEmpty, 'arguments!': record },
  function_result: functionResult,
  google_search_call: {
    ...call,
    search_type: oneOf('web_search', 'image_search', 'enterprise_web_search'),
    'arguments!': object({ queries: listOf(text) }),
  },
  google_search_result: { ...result, is_error: flag, 'result!': listOf(object({ search_suggestions: text })) },
  code_execution_call: { ...call, 'arguments!': object({ code: text, language: text }) },
  code_execution_result: { ...result, is_error: flag, 'result!': either(text, listOf(content)) },
  url_context_call: { ...call, 'arguments!': object({ urls: listOf(text) }) },
  url_context_result: {
    ...result,
    is_error: flag,
    'result!': listOf(object({ url: text, status: oneOf('success', 'error', 'paywall', 'unsafe') })),
  },
  file_search_call: call,
  // The type of the step has no result and that of its delta has one: what a stream brought is taken back.
  file_search_result: { ...result, result: listOf(record) },
  google_maps_call: { ...call, arguments: object({ queries: listOf(text) }) },
  google_maps_result: { ...result, 'result!': listOf(record) },
  mcp_server_tool_call: { ...call, 'name!': text, 'server_name!': text, 'arguments!': record },
  mcp_server_tool_result: {
    ...result,
    name: text,
    server_name: text,
    'result!': either(text, record, listOf(content)),
  },
  retrieval_call: { ...call, 'arguments!': record, retrieval_type: text },
  retrieval_result: { ...result, is_error: flag },
  processing_call: call,
  processing_result: result,
};
