/** The elements the panel is made of. Anything else would have come out of a text. */
const ownElements = [
  ...'div p pre code span article section details summary button ol ul li a img input textarea'.split(' '),
  ...'h1 h2 h3 h4 h5 h6 dl dt dd blockquote hr br em strong s table thead tbody tr th td colgroup col'.split(' '),
  // Formulas
  ...'math mrow mi mn mo mtext mspace mfrac msqrt mroot mstyle mpadded mphantom'.split(' '),
  ...'msub msup msubsup munder mover munderover mtable mtr mtd menclose'.split(' '),
];

/** What can run a script, load or send something, or look like a part of the panel. */
const badAttributes = ['style', 'srcdoc', 'srcset', 'ping', 'action', 'formaction', 'poster', 'background', 'data'];
const ownIds = ['app'];

/**
 * The script that looks at everything that comes into the page, however short it stays. It leaves what should not be there
 * in `window.foreign`, and how often a script of a text ran in `window.pwnedTimes`.
 */
export const noticeForeignElements = `
  window.pwnedTimes = 0;
  window.pwned = () => { window.pwnedTimes += 1; };
  window.foreign = [];
  const own = new Set(${JSON.stringify(ownElements)});
  const bad = new Set(${JSON.stringify(badAttributes)});
  const ids = new Set(${JSON.stringify(ownIds)});
  const isBad = ({ name, value }) => name.startsWith('on') || name.includes(':') || bad.has(name)
    || (name === 'id' && !ids.has(value))
    || name === 'href'
    || (name === 'src' && !/^data:image\\/(png|jpeg|gif|webp);/.test(value));
  const look = (element) => {
    if (!own.has(element.localName)) window.foreign.push(element.outerHTML.slice(0, 200));
    for (const attribute of element.attributes) {
      if (isBad(attribute)) window.foreign.push(attribute.name + '=' + attribute.value.slice(0, 200));
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) {
      if (attributeName !== null) look(target);
      for (const node of addedNodes) if (node instanceof Element) for (const e of [node, ...node.querySelectorAll('*')]) look(e);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });`;
