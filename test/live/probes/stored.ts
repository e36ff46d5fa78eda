import { isJsonObject, textField } from '../../../src/core/base/json';
import { readRemembered } from '../../../src/gemini/events';
import { asks, type Call, create, get, model, oneWord, remove, shortAnswer, someId } from '../calls';
import { compare, isAsAssumed, type Probe, sendFirst, shared, storedFirst } from '../probe';

const head = { assumption: 9 };
const kept = create({ store: true });
const unsaid: Call = {
  method: 'POST',
  path: '/v1/interactions',
  body: { model, input: [asks(oneWord)], generation_config: shortAnswer },
};

/** One interaction that Google keeps, for all who only read it. */
const keptOne = shared((api) => storedFirst(api, kept));

const deleted = { ...head, id: 'delete', title: 'a deleted interaction is read', assumed: '404 not_found -> notFound' };
const usual = {
  ...head,
  id: 'store-unsaid',
  title: 'a request that does not say `store`',
  assumed: 'kept: 200 completed',
};
const unstored = { ...head, id: 'store-false', title: 'a request with store: false', assumed: 'no id' };
const plain = { ...head, id: 'get-unstreamed', title: 'stream=false with a get', assumed: '200 completed' };
const withInput = {
  ...head,
  id: 'get-input',
  title: 'include_input=true with a get',
  assumed: 'the question is in it',
};

export const stored: readonly Probe[] = [
  {
    ...deleted,
    requests: () => [kept, remove(someId), get(someId)],
    run: async (api) => {
      const { id } = await storedFirst(api, kept);
      const removed = await sendFirst(api, remove(id));
      const found = await api.send(get(id));
      return { ...compare(deleted.assumed, found), facts: { ...found.facts, deleted: removed.words } };
    },
  },
  {
    ...usual,
    requests: () => [unsaid, get(someId)],
    run: async (api) => {
      const made = await sendFirst(api, unsaid);
      const id = textField(made.body, 'id');
      const seen = id ? `kept: ${(await api.send(get(id))).words}` : 'no id';
      return { seen, same: isAsAssumed(usual.assumed, seen), facts: made.facts };
    },
  },
  {
    ...unstored,
    requests: () => [create()],
    run: async (api) => {
      const made = await sendFirst(api, create());
      const seen = textField(made.body, 'id') ? 'an id' : 'no id';
      return { seen, same: seen === unstored.assumed, facts: made.facts };
    },
  },
  {
    ...plain,
    requests: () => [kept, get(someId, '?stream=false')],
    run: async (api) => compare(plain.assumed, await api.send(get((await keptOne(api)).id, '?stream=false'))),
  },
  {
    ...withInput,
    requests: () => [kept, get(someId, '?include_input=true')],
    run: async (api) => {
      const found = await sendFirst(api, get((await keptOne(api)).id, '?include_input=true'));
      const { input } = readRemembered(found.body);
      const asked = input.flatMap(({ content }) => (Array.isArray(content) ? content.filter(isJsonObject) : []));
      const isThere = asked.some(({ text }) => text === oneWord);
      return { seen: isThere ? withInput.assumed : 'the question is missing', same: isThere, facts: found.facts };
    },
  },
];
