/** Pixels of a picture that is drawn without being asked for: a small file can unfold into gigabytes. */
const mostPixels = 50_000_000;

export const isLarge = (width: number, height: number): boolean => width * height > mostPixels;

/** On pictures that may be drawn; the stylesheets hide those without it. A sender can't write it: the sanitiser lets no `data-*` through. */
const drawn = 'data-drawn';

/**
 * Looks at the size of every picture that arrives in a tree, which its first bytes tell, before the browser draws it. In the place of
 * a very large one stands a button that brings it.
 *
 * @param label the words of that button.
 */
export function guardPictures(root: EventTarget, label: string): void {
  const onArrival = ({type, target}: Event): void => {
    if (!(target instanceof HTMLImageElement) || target.hasAttribute(drawn)) return;
    const {naturalWidth, naturalHeight, ownerDocument} = target;
    if (type === 'error' || !isLarge(naturalWidth, naturalHeight)) return target.setAttribute(drawn, '');
    const button = ownerDocument.createElement('button');
    button.type = 'button';
    button.setAttribute('data-large', '');
    button.textContent = label;
    button.addEventListener('click', () => {
      target.setAttribute(drawn, '');
      button.replaceWith(target);
    });
    target.replaceWith(button);
  };
  // They don't bubble.
  root.addEventListener('load', onArrival, true);
  root.addEventListener('error', onArrival, true);
}
