import { asks, create } from '../calls';
import { notTried, oneRequest, type Probe } from '../probe';

const head = { assumption: 3, assumed: '404 model_not_found -> modelUnavailable' };

/** More tokens than any model of today takes: each word is one at least. */
const tooManyWords = 1_100_000;

export const models: readonly Probe[] = [
  oneRequest({ ...head, id: 'unknown-model', title: 'a model that never was' }, create({ model: 'gemini-0-nothing' })),
  oneRequest({ ...head, id: 'retired-model', title: 'a model that is gone' }, create({ model: 'gemini-2.0-flash' })),
  {
    assumption: 3,
    id: 'too-long',
    title: 'more input than the model takes',
    assumed: '400 invalid_request -> tooLong or 400 invalid_argument -> tooLong',
    flag: 'long',
    extra: { note: 'a refusal costs nothing; an answer would cost all of the input' },
    requests: () => [tooLong()],
    run: async (api) => {
      const { failure, words, facts } = await api.send(tooLong());
      return { seen: words, same: failure?.reason === 'tooLong', facts };
    },
  },
  notTried(
    { assumption: 3, id: 'block', title: 'a question that is blocked', assumed: '400 -> contentBlocked' },
    'safety blocks are not provoked',
  ),
];

function tooLong() {
  return create({ input: [asks('word '.repeat(tooManyWords))] });
}
