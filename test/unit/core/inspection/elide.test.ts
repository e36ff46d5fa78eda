import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../src/core/base/json';
import { elided, withoutSecrets, withoutTexts } from '../../../../src/core/inspection/elide';

const words = { elided: (length: number) => `(${length} characters)`, secret: '(secret)' };
const apiKey = ['AI', 'za', 'SyInspect-0123456789-0123456789-012'].join('');
const newKey = ['A', 'Q.', 'b'.repeat(30)].join('');
const long = 'A'.repeat(65);
const short = 'A'.repeat(64);

describe('a value that people read', () => {
  const cases: readonly (readonly [what: string, value: JsonValue, shown: JsonValue])[] = [
    ['media of 65 characters are cut', { data: long }, { data: '(65 characters)' }],
    ['media of 64 characters stay', { data: short }, { data: short }],
    ['a long text of another name stays', { text: long }, { text: long }],
    ['a long signature keeps its start', { signature: long }, { signature: 'AAAAAAAAAAAA… (65 characters)' }],
    [
      'so do tokens of other names',
      { continuation_token: long, thought_signature: long },
      { continuation_token: 'AAAAAAAAAAAA… (65 characters)', thought_signature: 'AAAAAAAAAAAA… (65 characters)' },
    ],
    ['a signature of 64 characters stays', { signature: short }, { signature: short }],
    ['media are cut at any depth', [{ input: [{ data: long }] }], [{ input: [{ data: '(65 characters)' }] }]],
    [
      'media in an address are cut from 64 characters on',
      `see data:image/png;base64,${short} and data:image/svg+xml;base64,${'B'.repeat(63)}`,
      `see data:image/png;base64,(64 characters) and data:image/svg+xml;base64,${'B'.repeat(63)}`,
    ],
    ['numbers and the like stay', [1, true, false, null], [1, true, false, null]],
    ['keys are taken out, also twice', `${apiKey} ${newKey} ${apiKey}`, '(secret) (secret) (secret)'],
    ['keys are taken out of names', { [apiKey]: 1 }, { '(secret)': 1 }],
    [
      'headers keep their names alone',
      { url: 'u', headers: { authorization: 'x', more: { a: 1 } } },
      { url: 'u', headers: { authorization: '(secret)', more: '(secret)' } },
    ],
  ];
  for (const [what, value, shown] of cases) {
    it(what, () => assert.deepEqual(elided(value, words), shown));
  }
});

describe('a value that machines read', () => {
  it('has all media and signatures, and neither keys nor headers', () => {
    const media = { data: long, signature: long, text: `data:image/png;base64,${long}` };
    assert.deepEqual(withoutSecrets({ ...media, note: apiKey, headers: { a: 'x' } }, words), {
      ...media,
      note: '(secret)',
      headers: { a: '(secret)' },
    });
  });
});

describe('a value without some texts', () => {
  it('keeps its headers and media, save these texts and keys', () => {
    const media = { data: long, text: `data:image/png;base64,${long}` };
    assert.deepEqual(withoutTexts({ ...media, headers: { a: 'x', b: 'token-7' }, note: apiKey }, ['token-7'], '…'), {
      ...media,
      headers: { a: 'x', b: '…' },
      note: '…',
    });
  });
});

describe('texts that must not be shown', () => {
  const hidden = (value: JsonValue, ...secrets: readonly string[]) => elided(value, words, secrets);

  it('are taken out wherever they stand, and an empty one takes out nothing', () => {
    assert.deepEqual(hidden({ 'a token-7 b': ['token-7token-7', 'token-8'] }, '', 'token-7'), {
      'a (secret) b': ['(secret)(secret)', 'token-8'],
    });
  });

  it('leave nothing of a longer one that begins as they do', () => {
    assert.equal(hidden('abcd-efgh and abcd', 'abcd', 'abcd-efgh'), '(secret) and (secret)');
  });

  it('are found as addresses write them', () => {
    assert.equal(hidden('https://a.example/?t=a%20b%2Fc', 'a b/c'), 'https://a.example/?t=(secret)');
  });

  it('are found in JSON, up to JSON in four layers', () => {
    const secret = 'say "x"\\';
    let text = secret;
    for (let depth = 1; depth <= 4; depth += 1) {
      text = JSON.stringify(text).slice(1, -1);
      assert.equal(hidden(`<${text}>`, secret), '<(secret)>', `${depth} layers`);
    }
  });
});
