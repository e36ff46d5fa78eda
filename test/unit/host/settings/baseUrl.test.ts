import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLoopback, parseBaseUrl } from '../../../../src/host/settings/baseUrl';
import { geminiOrigin } from '../../../../src/names';
import { budget } from '../../../budget';

const problemOf = (text: string) => {
  const parsed = parseBaseUrl(text);
  return parsed.ok ? parsed.origin : parsed.problem;
};

describe('parseBaseUrl', () => {
  it('takes blank for Google’s own service', () => {
    assert.deepEqual(parseBaseUrl(''), { ok: true, origin: geminiOrigin });
  });

  it('accepts https anywhere and plain http on this machine', () => {
    assert.equal(problemOf('https://proxy.example'), 'https://proxy.example');
    assert.equal(problemOf('https://proxy.example:8443/'), 'https://proxy.example:8443');
    assert.equal(problemOf('https://PROXY.example'), 'https://proxy.example');
    assert.equal(problemOf('http://127.0.0.1:8080'), 'http://127.0.0.1:8080');
    assert.equal(problemOf('http://localhost'), 'http://localhost');
    assert.equal(problemOf('http://[::1]:9'), 'http://[::1]:9');
    // Other ways to write the same address.
    assert.equal(problemOf('http://0x7f.1:8080'), 'http://127.0.0.1:8080');
  });

  it('refuses every other scheme, and names that only look like this machine', () => {
    for (const text of [
      'http://proxy.example',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
      'http://127.0.0.2',
      'http://0.0.0.0',
      'ftp://proxy.example',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/plain,x',
      'localhost:8080',
      'ws://127.0.0.1',
      // `[::ffff:127.0.0.1]` is this machine too, but nobody writes it, so it need not be known.
      'http://[::ffff:127.0.0.1]',
    ]) {
      assert.equal(problemOf(text), 'notHttps', text);
    }
  });

  it('refuses what is not an address', () => {
    for (const text of [
      'gemini',
      '//proxy.example',
      'https://',
      'https://a b',
      'http://',
      'https://proxy.example:99999',
    ]) {
      assert.equal(problemOf(text), 'notAnAddress', text);
    }
  });

  it('refuses user names, which hide the host that follows them', () => {
    for (const text of [
      'https://ada@proxy.example',
      'https://ada:secret@proxy.example',
      'https://generativelanguage.googleapis.com@evil.example',
      'https://@proxy.example',
      'https://:@proxy.example',
      'https://%40@proxy.example',
    ]) {
      assert.equal(problemOf(text), 'hasUser', text);
    }
  });

  it('refuses everything after the host', () => {
    for (const text of [
      'https://proxy.example/v1',
      'https://proxy.example//',
      'https://proxy.example/?',
      'https://proxy.example?key=1',
      'https://proxy.example#',
      'https://proxy.example/#x',
      'https://proxy.example\\v1',
    ]) {
      assert.equal(problemOf(text), 'hasPath', text);
    }
    // Dots that lead nowhere are no path.
    assert.equal(problemOf('https://proxy.example/.'), 'https://proxy.example');
  });

  it('gives hosts in ASCII, so that look-alikes show', () => {
    assert.equal(problemOf('https://gооgle.example'), 'https://xn--ggle-55da.example');
    assert.equal(problemOf('https://ｇｏｏｇｌｅ.example'), 'https://google.example');
  });

  it('only ever gives an origin that is https or this machine, with nothing hidden in it', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http://',
      'a.example',
      '127.0.0.1',
      '@',
      ':',
      '8080',
      '/',
      '\\',
      '?',
      '#',
      '.',
      ' ',
      '%',
      '\t',
      'localhost',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const parsed = parseBaseUrl(text);
        if (!parsed.ok) return;
        const url = new URL(parsed.origin);
        assert.equal(url.href, `${parsed.origin}/`);
        assert.ok(url.protocol === 'https:' || isLoopback(url), text);
        assert.match(parsed.origin, /^[\x21-\x7e]+$/);
      }),
      { numRuns: budget(2_000) },
    );
  });
});
