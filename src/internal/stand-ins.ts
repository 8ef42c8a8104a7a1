/** What works where it stands, or is nothing that a mail is shown with; its words have a look all the same. */
const boxes: ReadonlySet<string> = new Set(['fieldset', 'form', 'hgroup', 'legend', 'marquee', 'search']);
const words: ReadonlySet<string> = new Set(['button', 'data', 'label', 'nobr', 'output']);

const isUnknown = (node: Node): boolean => node instanceof HTMLUnknownElement || (node instanceof HTMLElement && node.localName.includes('-'));

/**
 * Puts an element that does nothing in the place of one that may not stay, with its attributes, which are judged after that: a mail program's own names, what
 * only browsers know.
 */
export function standIn(node: Node): void {
  const name = node.nodeName.toLowerCase();
  const instead = boxes.has(name) ? 'div' : words.has(name) || isUnknown(node) ? 'span' : undefined;
  if (!instead || !(node instanceof HTMLElement)) return;
  // Of the same document: in one that is shown its pictures would be fetched.
  const element = node.ownerDocument.createElement(instead);
  for (const {name: attribute, value} of [...node.attributes]) if (/^[a-z-]+$/.test(attribute)) element.setAttribute(attribute, value);
  element.append(...node.childNodes);
  node.replaceWith(element);
}
