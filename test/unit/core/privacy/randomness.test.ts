import assert from 'node:assert/strict';
import { isRandom } from '../../../../src/core/privacy/randomness';

/** Made up here: no key of anybody. */
const random = {
  'twelve characters': 'a8Fk2Qz9Lm4X',
  'hexadecimal digits': '9f86d081884c7d659a2feaa0c55ad015',
  'letters and digits with strokes': 'q7Zk-3Pw9-Rt2V-b8Lm',
  'a word among others that are none': 'token-q7Zk3Pw9Rt2Vb8',
  'a number that is long': 'key-17382946501928',
  'eight characters, each as often': 'a1b2c3d4d4c3b2a1',
} as const;
const ordered = {
  'less than twelve characters': 'a8Fk2Qz9Lm4',
  'letters alone': 'qwZkPnRtVbXyLmQs',
  'digits alone': '173829465019283746',
  'few characters, again and again': 'a1a1a1a1a1a1a1a1',
  words: 'my-client-secret-v1',
  'words in capitals': 'MY_CLIENT_SECRET_2',
  'words run together': 'oauthClientSecretName2',
  'words run together, with two digits': 'oauthClientSecret12',
  'words run together, with a number apart': 'myClientSecret-v1',
  'words run together after capitals': 'HTTPClientToken2',
  'words in capitals with three digits': 'AES256_SHA512_KEY1',
  'a name with a number': 'Sha256-Digest1024',
  'words with more than one stroke between them': 'client--secret__v12',
  'a place that says what to put there': 'your_api_key_4f9a8b2c',
  'a variable of a shell': '$API_KEY_4f9a8b2c7d',
  'a variable within': `a8Fk2Qz9\${rest}Lm4X`,
  'what was left out': 'redacted-4f9a8b2c7d1e',
} as const;
const expressions = ['config.k8Zt3qW.x9Lm2Pq', 'env::k8Zt3qW9Lm2Pq', 'keys->k8Zt3qW9Lm2Pq', 'keys?.k8Zt3qW9Lm2Pq'];

describe('whether a value is letters and digits without order', () => {
  for (const [what, value] of Object.entries(random)) {
    it(`it is: ${what}`, () => assert.deepEqual([isRandom(value, true), isRandom(value, false)], [true, true]));
  }
  for (const [what, value] of Object.entries(ordered)) {
    it(`it is not: ${what}`, () => assert.deepEqual([isRandom(value, true), isRandom(value, false)], [false, false]));
  }
  for (const value of expressions) {
    it(`${value} is one in quotes, and else an expression`, () =>
      assert.deepEqual([isRandom(value, true), isRandom(value, false)], [true, false]));
  }

  it('a name alone, and one that goes on after an expression, are none of them', () => {
    assert.equal(isRandom('k8Zt3qW9Lm2Pq', false), true);
    assert.equal(isRandom('config.k8Zt3qW9Lm2Pq/+', false), true);
    assert.equal(isRandom('/config.k8Zt3qW9Lm2Pq', false), true);
  });
});
