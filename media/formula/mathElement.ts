import type { MathNode } from './readMath';

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

export function mathElement({ tag, attributes, classes, children }: MathNode): Element {
  const made = document.createElementNS(mathNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (classes.length > 0) made.classList.add(...classes);
  for (const child of children) made.append(typeof child === 'string' ? child : mathElement(child));
  return made;
}
