import { create, createLong, remove, someId } from '../calls';
import { compare, notTried, oneRequest, type Probe, sendFirst, storedFirst } from '../probe';

const gone = { assumption: 3, assumed: '404 not_found -> historyExpired' };
const running = {
  assumption: 3,
  id: 'previous-running',
  title: 'going on from an interaction that is still running',
  assumed: '400 invalid_request',
};
const neverMade = 'v1_ChdOb0ludGVyYWN0aW9uT2ZUaGlzSWQQAA';

const kept = create({ store: true });
const goesOn = (previous: string) => create({ store: true, previous_interaction_id: previous });

export const previous: readonly Probe[] = [
  {
    ...gone,
    id: 'previous-deleted',
    title: 'going on from a deleted interaction',
    requests: () => [kept, remove(someId), goesOn(someId)],
    run: async (api) => {
      const { id } = await storedFirst(api, kept);
      await sendFirst(api, remove(id));
      return compare(gone.assumed, await api.send(goesOn(id)));
    },
  },
  oneRequest({ ...gone, id: 'previous-unknown', title: 'going on from an id that never was' }, goesOn(neverMade)),
  {
    ...running,
    requests: () => [createLong(), goesOn(someId)],
    run: async (api) => {
      const { id } = await storedFirst(api, createLong());
      return compare(running.assumed, await api.send(goesOn(id)));
    },
  },
  notTried(
    { ...gone, id: 'previous-expired', title: 'going on from an interaction that expired' },
    'it needs one that is some days old',
  ),
  notTried(
    { ...gone, id: 'previous-foreign', title: 'going on from an interaction of another project' },
    'it needs a second project',
  ),
];
