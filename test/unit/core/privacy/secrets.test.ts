import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSecrets, secretMark, withoutSecrets } from '../../../../src/core/privacy/secrets';
import { cpuTimeOf } from '../../../cpuTime';

// Put together here, so that no scanner of repositories takes one for a leaked key.
const made = (...parts: readonly string[]) => parts.join('');
const letters = 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi5BqK0yDwErNVhCzSmFgA';
const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const tokens: Readonly<Record<string, string>> = {
  'Google API key': made('AI', 'za', letters.slice(0, 35)),
  'Google API key of the new form': made('A', 'Q.', letters.slice(0, 40)),
  'Google client secret': made('GOC', 'SPX-', letters.slice(0, 28)),
  'AWS key id': made('AK', 'IA', 'Q3ZJ5N7WXPTLDK2R'),
  'GitHub token': made('gh', 'p_', letters.slice(0, 36)),
  'GitHub fine-grained token': made('github', '_pat_', letters, letters.slice(0, 20)),
  'GitLab token': made('gl', 'pat-', letters.slice(0, 20)),
  'npm token': made('np', 'm_', letters.slice(0, 36)),
  'OpenAI key': made('s', 'k-', 'proj-', letters),
  'Anthropic key': made('s', 'k-', 'ant-', 'api03-', letters),
  'Hugging Face token': made('h', 'f_', letters.slice(0, 34)),
  'Slack token': made('xo', 'xb-', '123456789012-', letters.slice(0, 24)),
  'Slack address': made('https://hooks.', 'slack.com/services/', 'T0000/B0000/', letters.slice(0, 24)),
  'Stripe key': made('sk', '_live_', letters.slice(0, 24)),
  'SendGrid key': made('S', 'G.', letters.slice(0, 22), '.', letters.slice(0, 43)),
  'Telegram bot': made('123456789:', 'AA', letters.slice(0, 33)),
  'JSON Web Token': made('ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'JzdWIiOiIxMjM0In0.', letters.slice(0, 43)),
};

describe('secrets in a text', () => {
  for (const [name, token] of Object.entries(tokens)) {
    it(`finds a ${name}, also at the start of a line of a diff`, () => {
      for (const text of [token, `+${token}`, `-${token}`, `  key: "${token}",`, `call(${token})`, `see ${token}.`]) {
        assert.equal(withoutSecrets(text).text, text.replace(token, secretMark));
      }
    });

    it(`does not find a ${name} inside a longer word`, () => {
      assert.deepEqual(
        findSecrets(`data:image/png;base64,abcd${token}efgh`).filter(({ kind }) => kind === 'token'),
        [],
      );
    });
  }

  it('finds a private key from its first line to its last, and to the end of the text where it was cut', () => {
    const begin = made('-----BEGIN RSA ', 'PRIVATE KEY-----');
    const end = made('-----END RSA ', 'PRIVATE KEY-----');

    assert.equal(withoutSecrets(`+${begin}\n+${letters}\n+${end}\n+after`).text, `+${secretMark}\n+after`);
    assert.equal(withoutSecrets(`+${begin}\n+${letters}\n+${letters}`).text, `+${secretMark}`);
  });

  it('finds the end of a private key whose first line is missing', () => {
    const end = made('-----END ', 'PRIVATE KEY-----');
    const body = `${letters}AA==\n`;

    assert.equal(withoutSecrets(`${letters}${body}${body}q1w2==\n${end}\nafter`).text, `${secretMark}\nafter`);
    assert.equal(withoutSecrets(`a\n+${letters}${body}+${end}\n+after`).text, `a\n${secretMark}\n+after`);
    assert.equal(withoutSecrets(`// The last line is\n// ${end}`).text, `// The last line is\n// ${secretMark}`);
    assert.equal(withoutSecrets(`const key =\n${end}`).text, `const key =\n${secretMark}`);
  });

  it('leaves the line before the end of a private key where it is none of the key', () => {
    const end = made('-----END ', 'PRIVATE KEY-----');
    for (const line of ['last:', 'keys}', `${letters}!!`])
      assert.equal(withoutSecrets(`${line}\n${end}`).text, `${line}\n${secretMark}`);
  });

  it('leaves what stands between two secrets', () => {
    const [first, second] = [tokens['GitHub token'] ?? '', tokens['npm token'] ?? ''];
    assert.equal(
      withoutSecrets(`a ${first} b\n${second} c\npassword="${letters.slice(0, 20)}1" d`).text,
      `a ${secretMark} b\n${secretMark} c\npassword="${secretMark}" d`,
    );
  });

  it('finds the password in an address and leaves the rest of it', () => {
    assert.equal(
      withoutSecrets('postgres://app:hunter22@db.example.com:5432/main').text,
      `postgres://app:${secretMark}@db.example.com:5432/main`,
    );
  });

  it('finds what has no order and is given to something called a secret', () => {
    const value = letters.slice(0, 24);
    for (const line of [
      `DB_PASSWORD=${value}`,
      `"clientSecret": "${value}"`,
      `api_key: ${value}`,
      `const authToken = '${value}';`,
      `$env:SECRET_KEY_BASE := "${value}"`,
      `secret_access_key = ${hex.slice(0, 40)}`,
      `Authorization: Bearer ${value}`,
    ]) {
      assert.equal(withoutSecrets(line).text, line.replace(value, secretMark).replace(hex.slice(0, 40), secretMark));
    }
  });

  it('takes an expression for a secret only where it stands in quotes', () => {
    assert.deepEqual(findSecrets('token = config.k8Zt3qW9Lm2Pq'), []);
    for (const quote of ['"', "'", '`']) {
      assert.equal(
        withoutSecrets(`token = ${quote}config.k8Zt3qW9Lm2Pq${quote}`).text,
        `token = ${quote}${secretMark}${quote}`,
      );
    }
  });

  it('leaves nothing of two secrets that overlap', () => {
    assert.equal(withoutSecrets('token=https://app:q7Zk3Pw9(Rt2Vb8@db.example').text, `token=${secretMark}@db.example`);
    const token = tokens['GitHub token'] ?? '';
    const whole = `${token}.q7Zk3Pw9Rt2Vb8`;
    assert.deepEqual(findSecrets(`password="${whole}"`), [{ kind: 'password', start: 10, end: 10 + whole.length }]);
    // A value is looked at for 400 characters, and a token to its end.
    const long = `${tokens['JSON Web Token'] ?? ''}${letters.repeat(8)}`;
    assert.deepEqual(findSecrets(`password="${long}"`), [{ kind: 'token', start: 10, end: 10 + long.length }]);
    const url = 'postgres://app:q7Zk3Pw9@db';
    assert.deepEqual(findSecrets(`token=${url}`), [{ kind: 'token', start: 6, end: 6 + url.length }]);
  });

  it('says of which kind it is', () => {
    const kinds = (text: string) => findSecrets(text).map(({ kind }) => kind);
    assert.deepEqual(kinds(made('-----END ', 'PRIVATE KEY-----')), ['privateKey']);
    assert.deepEqual(kinds(`password = "${letters.slice(0, 20)}"`), ['password']);
    assert.deepEqual(kinds(`token = "${letters.slice(0, 20)}"`), ['token']);
    assert.deepEqual(kinds('const a = 1;'), []);
  });

  it('leaves alone what is no secret', () => {
    for (const text of [
      'const token = tokens.next();',
      'password: process.env.DB_PASSWORD_2,',
      'apiKey: config.services.gemini.apiKey1',
      'API_KEY=YOUR_API_KEY_1234567',
      'api_key: $' + '{API_KEY_FROM_ENV_1}',
      'password = "************1a"',
      'const tokenType = "OAuth2BearerToken2";',
      `"integrity": "sha512-${letters}=="`,
      `commit ${hex.slice(0, 40)}`,
      'const secret = "src/core/privacy/secrets2.ts";',
      'https://example.com:8080/a@b',
      `image: data:image/png;base64,${letters}${letters}`,
    ]) {
      assert.deepEqual(findSecrets(text), [], text);
    }
  });

  it('finds every token wherever it stands, and changes nothing else', () => {
    const around = fc
      .array(fc.constantFrom(' ', '\n', '"', "'", '(', ')', '=', ',', ': ', '+', '\n-', 'é'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(around, fc.constantFrom(...Object.values(tokens)), around, (before, token, after) => {
        fc.pre(!/(?<!^)[+-]$/m.test(before) && !after.startsWith('+'));
        const { text } = withoutSecrets(before + token + after);
        assert.ok(!text.includes(token));
        assert.equal(text.replaceAll(secretMark, ''), before + after);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds nothing more in what it has cleaned, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...Object.values(tokens)),
        (noise, token) => {
          const { text, secrets } = withoutSecrets(`${noise}\n${token}\n${noise}`);
          for (const [i, { start, end }] of secrets.entries())
            assert.ok(start < end && start >= (secrets[i - 1]?.end ?? 0));
          assert.deepEqual(findSecrets(text), []);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('takes a moment for long lines that are made to take long', () => {
    for (const part of [
      'token_',
      'eyJ',
      'a.b-c_',
      'secret=',
      '-----BEGIN PRIVATE KEY-----',
      'x://y:',
      'Bearer ',
      '=:"',
      '-----END PRIVATE KEY-----\n',
      '+++++',
    ]) {
      const text = part.repeat(Math.ceil(60_000 / part.length));
      assert.ok(cpuTimeOf(() => findSecrets(text)) < 2_000, part);
    }
  });
});
