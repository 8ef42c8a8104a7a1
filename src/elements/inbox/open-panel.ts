import type {ShellPanel} from '../../events/view-events.js';
import {defineAsked} from '../../internal/define.js';
import type {LoopInbox} from './loop-inbox.js';

/** The search and the sheet of shortcuts are made when they are first asked for. Inside the shell, which hears what was found. */
export async function openPanel(host: LoopInbox, panel: ShellPanel): Promise<void> {
  const shell = host.renderRoot.querySelector('.shell');
  if (panel === 'search') {
    if (await defineAsked('loop-search', async () => (await import('../search/loop-search.js')).LoopSearch)) await put(shell, 'loop-search').show();
  } else if (await defineAsked('loop-shortcuts', async () => (await import('../shortcuts/loop-shortcuts.js')).LoopShortcuts)) {
    const sheet = put(shell, 'loop-shortcuts');
    sheet.keymap = host.keymap;
    await sheet.show();
  }
}

function put<T extends 'loop-search' | 'loop-shortcuts'>(shell: Element | null, tag: T): HTMLElementTagNameMap[T] {
  const element = shell?.querySelector(tag) ?? document.createElement(tag);
  if (!element.isConnected) shell?.append(element);
  return element;
}
