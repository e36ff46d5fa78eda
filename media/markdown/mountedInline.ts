import { element } from '../base/element';
import { safeUrl } from '../base/safeUrl';
import { unreachable } from '../base/unreachable';
import { webLink } from '../base/webLink';
import { footnoteMention } from '../footnotes/footnoteMention';
import { inlineFormula } from './inlineFormula';
import type { Inline } from './inlines';

/** A piece of text on the page, and what it shows. */
export interface MountedInline {
  shown: Inline;
  readonly node: Node;
  readonly children: MountedInline[];
}

/** Makes `parent`, of which `mounted` is the end, show these. What is the same or has grown stays, with any selection in it. */
export function patchInlines(parent: Node, mounted: MountedInline[], inlines: readonly Inline[]): void {
  for (const extra of mounted.splice(inlines.length)) parent.removeChild(extra.node);
  for (const [at, inline] of inlines.entries()) {
    const old = mounted[at];
    if (old && update(old, inline)) continue;
    const made = mount(inline);
    if (old) parent.replaceChild(made.node, old.node);
    else parent.appendChild(made.node);
    mounted[at] = made;
  }
}

/** False if the node cannot show this. */
function update(mounted: MountedInline, inline: Inline): boolean {
  const { shown, node } = mounted;
  mounted.shown = inline;
  switch (inline.kind) {
    case 'text':
      return shown.kind === 'text' && setText(node, shown.text, inline.text);
    case 'code':
      return shown.kind === 'code' && setText(node.firstChild, shown.text, inline.text);
    case 'formula':
      return shown.kind === 'formula' && shown.text === inline.text;
    case 'break':
      return shown.kind === 'break';
    case 'footnote':
      return shown.kind === 'footnote' && shown.number === inline.number;
    case 'picture':
      return shown.kind === 'picture' && shown.address === inline.address && shown.text === inline.text;
    case 'link':
      if (shown.kind !== 'link' || shown.address !== inline.address) return false;
      break;
    default:
      if (shown.kind !== inline.kind) return false;
  }
  patchInlines(node, mounted.children, inline.children);
  return true;
}

function setText(node: Node | null, shown: string, text: string): boolean {
  if (!(node instanceof Text)) return false;
  if (text.startsWith(shown)) {
    if (text.length > shown.length) node.appendData(text.slice(shown.length));
  } else node.data = text;
  return true;
}

function mount(inline: Inline): MountedInline {
  const mounted = { shown: inline, node: createNode(inline), children: [] };
  if ('children' in inline) patchInlines(mounted.node, mounted.children, inline.children);
  return mounted;
}

function createNode(inline: Inline): Node {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(inline.text);
    case 'code':
      return code(inline.text);
    case 'formula':
      return inlineFormula(inline.text);
    case 'break':
      return element('br');
    case 'footnote':
      return footnoteMention(inline.number);
    case 'emphasis':
      return element('em');
    case 'strong':
      return element('strong');
    case 'deleted':
      return element('s');
    case 'link':
      return linkTo(inline.address) ?? element('span');
    case 'picture':
      return picture(inline.address, inline.text);
    default:
      return unreachable(inline);
  }
}

/** Code runs from left to right, and has no say in which way the text around it does. */
function code(text: string): Node {
  const node = element('code', '', document.createTextNode(text));
  node.dir = 'ltr';
  return node;
}

/** A link, or nothing if the address is not one of a web page. */
function linkTo(address: string): HTMLAnchorElement | undefined {
  const url = safeUrl(address);
  return url && webLink(url);
}

/** Pictures from elsewhere are never loaded: a request tells its server what the address says. */
function picture(address: string, text: string): Node {
  const node = linkTo(address) ?? element('span');
  node.className = 'picture';
  node.append(text === '' ? node.title : text);
  return node;
}
