import { answering, type Case, replacing, streaming, without } from './deviations';
import type { Deviation } from './standIn';

const isAnnotation = (frame: string) => frame.includes('text_annotation_delta');
const isText = (frame: string) => frame.includes('"type":"text"}') && frame.includes('step.delta');

/** A follow without `last_event_id`, whatever was asked. */
const fromTheStart: Deviation = {
  answers: ({ path }) =>
    path.includes('last_event_id') ? { path: path.replace(/last_event_id=[^&]*&/, '') } : undefined,
};

/** What concerns resumed streams, and the streams of tools: assumptions 6 and 7. */
export const streamCases: readonly Case[] = [
  {
    name: 'events in the background have no ids',
    probe: 'event-ids',
    deviation: replacing(/"event_id":"[^"]*",/g, ''),
    seen: /^no ids on text$/,
  },
  {
    name: 'a resumed stream comes from its beginning',
    probe: 'resume-rest',
    deviation: fromTheStart,
    seen: /^all of it once more$/,
  },
  {
    name: 'a resumed stream hangs',
    probe: 'resume-rest',
    deviation: {
      answers: ({ path }, { clock }) => {
        if (!path.includes('last_event_id')) return undefined;
        setImmediate(() => clock.advance(45_000));
        return 'silence';
      },
    },
    seen: /^hung after 0 events$/,
  },
  {
    name: 'a resumed stream has other ids',
    probe: 'resume-rest',
    deviation: {
      changes: (text, { path }) => (path.includes('last_event_id') ? text.replaceAll('"v1_', '"v1_other') : text),
    },
    seen: /^the rest, under other ids$/,
  },
  {
    name: 'a resumed stream breaks off',
    probe: 'resume-rest',
    deviation: {
      changes: (text, { path }) => (path.includes('last_event_id') ? text.slice(0, text.length / 2) : text),
    },
    seen: /^ended \(end\) after \d+ events, not completed$/,
  },
  {
    name: 'a stream from its beginning has other ids',
    probe: 'resume-whole',
    deviation: {
      changes: (text, { path }) => (path.endsWith('?stream=true') ? text.replaceAll('"v1_', '"v1_other') : text),
    },
    seen: /^all of it, under other ids$/,
  },
  {
    name: 'a result has another type',
    probe: 'code-execution',
    deviation: replacing('code_execution_result', 'sandbox_result'),
    seen: /^code_execution_call > sandbox_result > model_output$/,
  },
  {
    name: 'a call never says what it runs',
    probe: 'code-execution',
    deviation: replacing('"arguments":', '"program":'),
    seen: /^code_execution_call > code_execution_result > model_output$/,
  },
  {
    name: 'a page is not cited',
    probe: 'url-context',
    deviation: streaming((frames) => frames.filter((frame) => !isAnnotation(frame))),
    seen: /, no citations$/,
  },
  {
    name: 'sources come before the text that they support',
    probe: 'google-search',
    deviation: streaming((frames) => {
      const others = frames.filter((frame) => !isAnnotation(frame));
      const first = others.findIndex(isText);
      return [...others.slice(0, first), ...frames.filter(isAnnotation), ...others.slice(first)];
    }),
    seen: /, citations within the text$/,
  },
  {
    name: 'Google Maps is not known',
    probe: 'google-maps',
    deviation: answering(({ text }) => text.includes('google_maps'), { sse: 'data: [DONE]\n\n' }),
    seen: /^, no citations$/,
  },
  {
    name: 'an MCP server is taken',
    probe: 'mcp',
    deviation: answering(({ text }) => text.includes('mcp_server'), { status: 200, body: { status: 'completed' } }),
    seen: /^200 completed$/,
  },
  {
    name: 'thoughts are not summed up',
    probe: 'thinking-summaries',
    deviation: without('thought_summary'),
    seen: /^parts: text$/,
  },
  {
    name: 'a picture comes in pieces',
    probe: 'image',
    deviation: replacing(/("data":"[^"]{40})[^"]*"/g, '$1"'),
    seen: /^pictures: broken$/,
  },
];
