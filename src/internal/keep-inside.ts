import {isMac} from './is-mac.js';

/** Events of a field that would otherwise reach the host's page: it would take them for its own. */
const fieldEvents = ['beforeinput', 'input', 'change', 'submit', 'reset'] as const;
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** True for what is typed into a field: letters, Enter, Backspace, Delete, arrows. Not Escape, Tab, F-keys or combinations. */
function isTyped(event: KeyboardEvent): boolean {
  // On many layouts a character is typed with AltGr, which says "Ctrl and Alt".
  if (event.key.length === 1 && event.getModifierState('AltGraph')) return true;
  if (event.ctrlKey || event.metaKey) return false;
  // On a Mac with Option alone.
  if (event.altKey) return isMac() && event.key.length === 1;
  return event.key !== 'Escape' && event.key !== 'Tab' && !/^F\d+$/.test(event.key);
}

const isField = (target: EventTarget | undefined): target is Element =>
  target instanceof Element && target.matches('textarea, input, select, form');

/**
 * Keeps what is typed in the fields of a shadow root inside it, so that the host's shortcuts and form handlers don't act on it.
 * Slotted content is the host's own and is let through.
 */
export function keepInside(root: ShadowRoot): void {
  const ours = (event: Event) => {
    const target = event.composedPath()[0];
    return isField(target) && target.getRootNode() === root;
  };
  for (const type of fieldEvents) root.addEventListener(type, (event) => ours(event) && event.stopPropagation());
  for (const type of keyEvents)
    root.addEventListener(type, (event) => {
      if (ours(event) && isTyped(event as KeyboardEvent)) event.stopPropagation();
    });
}
