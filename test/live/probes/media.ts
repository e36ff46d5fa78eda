import { pictureSizeOf } from '../../../src/core/attachments/pictureSize';
import { imageResponseFormat } from '../../../src/core/interactions/imageFormat';
import { asks, create, longerAnswer } from '../calls';
import { type Probe, streamFirst } from '../probe';
import { stepTypesOf, streamFacts } from '../streamWords';

const pictureModel = 'gemini-3.1-flash-lite-image';
const picture = create({
  model: pictureModel,
  stream: true,
  input: [asks('Please draw one plain grey circle.')],
  generation_config: { max_output_tokens: 4_096 },
  response_format: imageResponseFormat({ ratio: '16:9', size: '1K' }),
});
const thinking = create({
  stream: true,
  input: [asks('Please say how many prime numbers lie between 20 and 40. Only the number.')],
  generation_config: { ...longerAnswer, thinking_level: 'medium', thinking_summaries: 'auto' },
});

const summaries = {
  assumption: 7,
  id: 'thinking-summaries',
  title: 'summaries of thoughts in a stream',
  assumed: 'thought_summary before the text',
};
const image = {
  assumption: 7,
  id: 'image',
  title: `a wide picture of ${pictureModel} in a stream`,
  assumed: 'one whole picture in model_output',
  flag: 'image',
  extra: { dollars: 0.3, note: 'one picture at the price of the dearest model for pictures' },
} as const;

export const media: readonly Probe[] = [
  {
    ...summaries,
    requests: () => [thinking],
    run: async (api) => {
      const streamed = await streamFirst(api, thinking);
      const kinds = streamed.answer.parts.map(({ kind }) => kind);
      const thought = kinds.indexOf('thought');
      const isBefore = thought >= 0 && thought < kinds.indexOf('text');
      const seen = isBefore ? summaries.assumed : `parts: ${kinds.join(' > ') || 'none'}`;
      return { seen, same: isBefore, facts: streamFacts(streamed, api.redactor) };
    },
  },
  {
    ...image,
    requests: () => [picture],
    run: async (api) => {
      const streamed = await streamFirst(api, picture);
      const pictures = streamed.answer.parts.flatMap((part) =>
        part.kind === 'media' && part.media === 'image' ? [part] : [],
      );
      const states = pictures.map(({ data }) => (isWhole(data ?? '') ? 'whole' : 'broken'));
      const isOneWhole = states.join() === 'whole' && stepTypesOf(streamed, api.redactor).includes('model_output');
      const sizes = pictures.map(({ data }) => {
        const size = pictureSizeOf(Buffer.from(data ?? '', 'base64'));
        return size ? `${size.width} x ${size.height}` : 'unknown';
      });
      const facts = { types: api.redactor.words(pictures.map(({ mimeType }) => mimeType)), states, sizes };
      return {
        seen: isOneWhole ? image.assumed : `pictures: ${states.join(', ') || 'none'}`,
        same: isOneWhole,
        facts: { ...streamFacts(streamed, api.redactor), ...facts },
      };
    },
  },
];

/** Whether base64 holds a JPEG or a PNG from its first bytes to its last. */
function isWhole(data: string): boolean {
  const bytes = Buffer.from(data, 'base64');
  const begins = bytes.subarray(0, 4).toString('latin1');
  if (begins.startsWith('\xff\xd8')) return bytes.subarray(-2).toString('latin1') === '\xff\xd9';
  return begins === '\x89PNG' && bytes.includes('IEND');
}
