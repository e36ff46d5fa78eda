import { textField } from '../../../src/core/base/json';
import { cancel, createLong, get, someId } from '../calls';
import { type Probe, storedFirst } from '../probe';

const running = {
  assumption: 8,
  id: 'cancel',
  title: 'an answer in the background is cancelled',
  assumed: 'cancelled within 10 s',
};
/** As long as the product looks for it. Milliseconds. */
const longestMs = 60_000;
const assumedMs = 10_000;
const lookMs = 500;

export const cancelling: readonly Probe[] = [
  {
    ...running,
    requests: () => [createLong(), cancel(someId), get(someId)],
    run: async (api) => {
      const { id } = await storedFirst(api, createLong());
      const began = api.now();
      const asked = await api.send(cancel(id));
      let found = await api.send(get(id));
      // A cancel that was refused does not come about later.
      const isOpen = () => ['queued', 'in_progress'].includes(textField(found.body, 'status') ?? '');
      while (!asked.failure && isOpen() && api.now() - began < longestMs) {
        await api.wait(lookMs);
        found = await api.send(get(id));
      }
      const ms = Math.round(api.now() - began);
      const isCancelled = !asked.failure && textField(found.body, 'status') === 'cancelled';
      const facts = { cancel: asked.facts, cancelWords: asked.words, after: found.words, ms };
      if (asked.failure) return { seen: `${asked.words}, and then ${found.words}`, same: false, facts };
      const seen = isCancelled ? `cancelled after ${ms} ms` : `${found.words} after ${ms} ms`;
      return { seen, same: isCancelled && ms <= assumedMs, facts };
    },
  },
];
