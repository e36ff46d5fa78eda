import { type Call, create } from '../calls';
import { notTried, oneRequest, type Probe } from '../probe';

/** Looks like a key, and is none. */
const wrongKey = `AIza${'0'.repeat(35)}`;
const list: Call = { method: 'GET', path: '/v1/models?pageSize=1' };
const head = {
  assumption: 3,
  assumed: '400 invalid_argument -> badKey or 401 authentication -> badKey or 401 unauthenticated -> badKey',
};

export const keys: readonly Probe[] = [
  oneRequest({ ...head, id: 'wrong-key', title: 'a question with a wrong key' }, { ...create(), key: wrongKey }),
  oneRequest(
    { ...head, id: 'wrong-key-list', title: 'the list of models with a wrong key' },
    { ...list, key: wrongKey },
  ),
  oneRequest({ ...head, id: 'empty-key', title: 'a question with an empty key' }, { ...create(), key: '' }),
  notTried({ ...head, id: 'expired-key', title: 'a question with an expired key' }, 'it needs such a key'),
];
