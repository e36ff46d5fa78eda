import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Redactor } from '../../live/redact';

const key = 'AQ.Ab8RN6JxK0-holder_zZ73qW';
const prompt = 'Please tell a story of a lighthouse and its keeper.';

function redactor(): Redactor {
  const one = new Redactor(key);
  one.learn({ input: [{ type: 'user_input', content: [{ type: 'text', text: prompt }] }] });
  one.learn({ id: 'v1_known', steps: [{ type: 'function_call', id: 'call_2455036', name: 'add' }] });
  return one;
}

/** What the service might say, and what is kept of it. */
const sentences: readonly (readonly [said: string, kept: string])[] = [
  ['API key not valid. Please pass a valid API key.', 'API key not valid. Please pass a valid API key.'],
  [`The key ${key} is not valid.`, 'The key <key> is not valid.'],
  [`The key ${key.slice(0, 9)}… is not valid.`, 'The key <key>… is not valid.'],
  [`Blocked: "${prompt}"`, 'Blocked: "<prompt>"'],
  [`Blocked: "${prompt.slice(7, 30)}..."`, 'Blocked: "<prompt>..."'],
  ["Model 'gemini-2.0-flash' was not found.", "Model 'gemini-2.0-flash' was not found."],
  ["Interaction 'v1_ChdXYZabc-_09' not found.", "Interaction '<id>' not found."],
  ['The function call call_2455036 has no result.', 'The function call <id> has no result.'],
  ['File files/abc123def456 is gone.', 'File files/<id> is gone.'],
  ['See projects/my-project/quotas of 123456789012.', 'See projects/<id>/quotas of <id>.'],
  ['The input token count (1196265) exceeds 1048576.', 'The input token count (1196265) exceeds 1048576.'],
  ['Ask person@example.com.', 'Ask <id>'],
  [`Bad signature ${'QUJDRA'.repeat(12)}==`, 'Bad signature <id>'],
];

describe('smoke:live, what may be handed on', () => {
  for (const [said, kept] of sentences) {
    it(`a sentence: ${kept}`, () => assert.equal(redactor().message(said), kept));
  }

  it('a sentence of 200 characters at most, cut after everything else', () => {
    const cut = redactor().message(`${'so '.repeat(65)}${key} ${'x '.repeat(5_000)}`);

    assert.equal(cut.length, 200);
    assert.ok(cut.endsWith('<key>'));
  });

  it('no sentence with six characters of the key or sixteen of a prompt, wherever they stand', () => {
    const pieces = (text: string, length: number) =>
      Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));
    const secrets = [...pieces(key, 6), ...pieces(prompt, 16)];
    const part = (text: string) =>
      fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));

    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), part(key), part(prompt))), (words) => {
        const kept = redactor().message(words.join(' '));
        assert.deepEqual(
          secrets.filter((secret) => kept.includes(secret)),
          [],
        );
      }),
    );
  });

  it('codes, types and models, and nothing that is none', () => {
    const word = (value: unknown) => redactor().word(value);

    for (const good of ['model_not_found', 'interaction.completed', 'gemini-3.8-flash', 'image/png', '404', 'true']) {
      assert.equal(word(good), good);
    }
    for (const odd of [
      key,
      `x${key.slice(3, 12)}`,
      'v1_ChdXYZabc',
      'v1_known',
      'call_2455036',
      prompt,
      'a b',
      'x'.repeat(99),
    ]) {
      assert.equal(word(odd), '<odd>', odd);
    }
    for (const none of [undefined, null, '']) assert.equal(word(none), '<none>');
  });
});
