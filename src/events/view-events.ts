import type {Id} from '../model/index.js';

/** Asks the shell to show another view. Stays between our own elements: the shell lets it go no further. */
export class LoopViewSelectEvent extends Event {
  static readonly type = 'loop-view-select';
  constructor(readonly view: Id) {
    super(LoopViewSelectEvent.type, {bubbles: true, composed: true});
  }
}

/** What the shell opens over everything. */
export type ShellPanel = 'search' | 'shortcuts';

/** Asks the shell to open the search or the sheet of shortcuts. Stays between our own elements. */
export class LoopPanelOpenEvent extends Event {
  static readonly type = 'loop-panel-open';
  constructor(readonly panel: ShellPanel) {
    super(LoopPanelOpenEvent.type, {bubbles: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-view-select': LoopViewSelectEvent;
    'loop-panel-open': LoopPanelOpenEvent;
  }
}
