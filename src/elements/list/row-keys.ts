import {isOfConversation, shortcutOf, type Keymap} from '../../internal/keymap.js';

export type RowMove =
  | {readonly type: 'to'; readonly index: number}
  | {readonly type: 'inside'; readonly by: 1 | -1}
  | {readonly type: 'open'}
  | {readonly type: 'archive' | 'unread'};

export interface RowPlace {
  readonly index: number;
  readonly last: number;
  readonly pageRows: number;
  readonly dir: 'ltr' | 'rtl';
  readonly keymap: Keymap | undefined;
  /** The row's conversation is the open one. */
  readonly isOpen: boolean;
}

/** What a key asks of the list; undefined: it is not the list's. Keys on a row's buttons do only what moves. */
export function rowKey(event: KeyboardEvent, {index, last, pageRows, dir, keymap, isOpen}: RowPlace): RowMove | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const to = (wanted: number): RowMove => ({type: 'to', index: Math.max(0, Math.min(last, wanted))});
  const shortcut = shortcutOf(event, keymap);
  if (shortcut === 'next') return to(index + 1);
  if (shortcut === 'previous') return to(index - 1);
  if (shortcut === 'archive' || shortcut === 'unread') return {type: shortcut};
  // What one writes or does next must not go to another conversation than the one that is looked at.
  if (shortcut) return isOfConversation(shortcut) && !isOpen ? {type: 'open'} : undefined;
  switch (event.key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'PageDown':
      return to(index + pageRows);
    case 'PageUp':
      return to(index - pageRows);
    case 'ArrowRight':
      return {type: 'inside', by: dir === 'rtl' ? -1 : 1};
    case 'ArrowLeft':
      return {type: 'inside', by: dir === 'rtl' ? 1 : -1};
    case 'Enter':
      return (event.target as Element).matches('button') ? undefined : {type: 'open'};
    default:
      return undefined;
  }
}

/** From a row to its buttons and back. */
export function moveInside(row: HTMLElement | null, by: 1 | -1): void {
  if (!row) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('.row-actions button')];
  const at = stops.findIndex((stop) => stop === (row.getRootNode() as ShadowRoot).activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}
