/**
 * Puts their words in the place of pictures that were left out: browsers draw a torn picture beside them, and a hole of its size. Those without
 * words stay as they are, for the styles of what stands around them.
 */
export function leaveWords(box: ParentNode): void {
  for (const image of box.querySelectorAll<HTMLImageElement>('img[alt]:not([src], [alt=""])')) {
    const words = document.createElement('span');
    words.dataset['leftOut'] = '';
    words.textContent = image.alt;
    for (const name of ['class', 'id', 'title']) if (image.hasAttribute(name)) words.setAttribute(name, image.getAttribute(name) ?? '');
    if (image.style.length > 0) words.style.cssText = image.style.cssText.replaceAll('!important', '');
    image.replaceWith(words);
  }
}
