import type {Id} from '../model/index.js';

/** Asks the shell to show another view. Stays between our own elements: the shell lets it go no further. */
export class LoopViewSelectEvent extends Event {
  static readonly type = 'loop-view-select';
  constructor(readonly view: Id) {
    super(LoopViewSelectEvent.type, {bubbles: true, composed: true});
  }
}

/** Asks the shell to open the search. Stays between our own elements. */
export class LoopSearchOpenEvent extends Event {
  static readonly type = 'loop-search-open';
  constructor() {
    super(LoopSearchOpenEvent.type, {bubbles: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-view-select': LoopViewSelectEvent;
    'loop-search-open': LoopSearchOpenEvent;
  }
}
