const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What is to be seen of an answer, written the same way for our own elements and for the parser's HTML once a browser has
 * read it: addresses as a browser understands them, pictures as the links we make of them, boxes of tasks as text.
 */
export function domHtml(node: Node): string {
  if (node instanceof Text) return node.data.replace(/[&<>]/g, (char) => escapes[char] ?? char);
  const element = node instanceof Element ? node : undefined;
  const inner = () => Array.from(node.childNodes, domHtml).join('');
  switch (element?.localName) {
    case 'p':
      return isTight(element) ? inner() : `<p>${inner()}</p>`;
    case 'pre':
      return `<pre>${escaped(element.textContent.replace(/\n$/, ''))}</pre>`;
    case 'input':
      return element instanceof HTMLInputElement && element.checked ? '[x] ' : '[ ] ';
    case 'section':
      return `<section><ol>${Array.from(element.querySelectorAll('ol > li, .block-piece > li'), noteHtml).join('')}</ol></section>`;
    case 'li':
      // The parser has the box in the first paragraph.
      return `<li>${inner().replace(/^(\[[ x]\] )<p>/, '<p>$1')}</li>`;
    case 'a':
      // Ours have their address in the title, where the browser does not follow it.
      return link(element.getAttribute('href') ?? element.getAttribute('title') ?? '', inner());
    case 'img': {
      const alt = element.getAttribute('alt') ?? '';
      const address = element.getAttribute('src') ?? '';
      return link(address, escaped(alt === '' ? (webAddress(address) ?? '') : alt));
    }
    case 'div':
      if (element.classList.contains('formula')) return `<math>${inner()}</math>`;
      // Our own code is without the line break at its end.
      return element.classList.contains('code-block') ? `<pre>${escaped(codeIn(element))}</pre>` : inner();
    case 'th':
    case 'td':
      return `<${element.localName}${alignmentOf(element)}>${inner()}</${element.localName}>`;
    case 'table':
    case 'tbody':
    case 'colgroup':
      return tablePart(element, inner);
    case 'ol':
      return `<ol start="${element.getAttribute('start') ?? '1'}">${inner()}</ol>`;
    case 'span':
      return element.classList.contains('inline-formula') ? `<math>${inner()}</math>` : inner();
    case 'code':
      return element.closest('.formula, .inline-formula') ? inner() : `<code>${inner()}</code>`;
    case undefined:
    case 'body':
      return inner();
    default:
      return `<${element?.localName}>${inner()}</${element?.localName}>`;
  }
}

/** Without the way back to the text. */
function noteHtml(item: Element): string {
  const text = item.querySelector(':scope > .footnote-text') ?? item;
  return item.parentElement?.closest('li') ? '' : `<li>${Array.from(text.childNodes, domHtml).join('')}</li>`;
}

/** The items of a long list of ours stand in pieces. */
function isTight({ parentElement }: Element): boolean {
  return parentElement?.localName === 'li' && parentElement.closest('ul, ol')?.classList.contains('tight') === true;
}

/** A long table of ours is several, one below the other. */
function tablePart(element: Element, inner: () => string): string {
  if (element.localName === 'colgroup') return '';
  const pieces = element.closest('.table-pieces');
  if (element.localName === 'table') {
    if (element.closest('.table-piece')) return '';
    return `<table>${inner()}</table>`;
  }
  const bodies = pieces ? Array.from(pieces.querySelectorAll('tbody')) : [element];
  const rows = bodies.flatMap((body) => Array.from(body.children, domHtml)).join('');
  return rows === '' ? '' : `<tbody>${rows}</tbody>`;
}

function codeIn(block: Element): string {
  return block.querySelector('pre')?.textContent ?? '';
}

function escaped(text: string): string {
  return domHtml(document.createTextNode(text));
}

function link(address: string, inner: string): string {
  const href = webAddress(address);
  return href === undefined ? inner : `<a href="${escaped(href)}">${inner}</a>`;
}

function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function alignmentOf(cell: Element): string {
  const named =
    /align-(\w+)/.exec(cell.className)?.[1] ?? /text-align:(\w+)/.exec(cell.getAttribute('style') ?? '')?.[1];
  return named === undefined || named === 'start' ? '' : ` ${named}`;
}
