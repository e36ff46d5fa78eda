import assert from 'node:assert/strict';
import { contentSecurityPolicy, panelDocument } from '../../../src/host/panel/panelDocument';

const cspSource = 'https://*.vscode-cdn.net';
const place = {
  language: 'en',
  cspSource,
  scriptAddress: 'https://file.vscode-cdn.net/panel.js?a=1&b="2"',
  styleAddress: 'https://file.vscode-cdn.net/panelStyle.css',
  fontAddress: 'https://file.vscode-cdn.net/codicon.ttf',
};

function directives(policy: string): Readonly<Record<string, string>> {
  const pairs = policy.split(';').map((directive) => {
    const [name = '', ...values] = directive.trim().split(/\s+/);
    return [name, values.join(' ')] as const;
  });
  const named = Object.fromEntries(pairs);
  assert.equal(Object.keys(named).length, pairs.length, 'a directive named twice counts only once');
  return named;
}

function attribute(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1];
  assert.ok(found !== undefined, `${pattern} is not in the page`);
  return found.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const policyOf = (html: string) => attribute(html, /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
const nonceOf = (html: string) => attribute(html, /<script nonce="([^"]*)"/);

describe('The page of the panel', () => {
  it('says that there is a key only where there is one', () => {
    assert.match(panelDocument(place, undefined, true), /<body data-has-key>/);
    assert.match(panelDocument(place, undefined, false), /<body>/);
  });

  it('asks for the font of the icons together with the page', () => {
    const link = /<link rel="preload" ([^>]*)>/.exec(panelDocument(place, undefined))?.[1] ?? '';
    assert.match(link, /as="font".* crossorigin href="https:\/\/file\.vscode-cdn\.net\/codicon\.ttf"/);
  });

  it('allows its own files, pictures handed to it, its one script, and nothing else', () => {
    assert.deepEqual(directives(contentSecurityPolicy(cspSource, 'abc')), {
      'default-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-src': "'none'",
      'connect-src': "'none'",
      'worker-src': "'none'",
      'media-src': "'none'",
      'img-src': `${cspSource} data: blob:`,
      'font-src': cspSource,
      'style-src': cspSource,
      'script-src': "'nonce-abc'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  it('carries that policy, before anything it loads, with the nonce of its script', () => {
    const html = panelDocument(place, undefined);

    assert.equal(policyOf(html), contentSecurityPolicy(cspSource, nonceOf(html)));
    assert.ok(html.includes(`<meta http-equiv="Content-Security-Policy" content="script-src ${cspSource}">`));
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<link'));
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<script'));
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /<script[^>]*>[^<]|\sstyle=|<style|\son\w+=/);
  });

  it('has a new nonce of 128 bits each time', () => {
    const nonces = Array.from({ length: 500 }, () => nonceOf(panelDocument(place, undefined)));

    assert.equal(new Set(nonces).size, nonces.length);
    for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
    // Each of the 128 bits is now on and now off.
    const numbers = nonces.map((nonce) => BigInt(`0x${nonce}`));
    assert.equal(
      numbers.reduce((all, one) => all | one, 0n),
      2n ** 128n - 1n,
    );
    assert.equal(
      numbers.reduce((all, one) => all & one, 2n ** 128n - 1n),
      0n,
    );
  });

  it('keeps texts and addresses inside their attributes', () => {
    const texts = { Send: `"><script>alert('1')</script>&lt;&#39;` };
    const html = panelDocument({ ...place, language: '"><script>', cspSource: '"; script-src *' }, texts);

    assert.equal(html.match(/<script/g)?.length, 1);
    assert.deepEqual(JSON.parse(attribute(html, /<body data-texts="([^"]*)">/)), texts);
    assert.equal(attribute(html, /<script nonce="[^"]*" type="module" src="([^"]*)">/), place.scriptAddress);
  });
});
