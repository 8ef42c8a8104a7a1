import type {Id} from '../model/index.js';

/** Asks the shell to show another view. Stays between our own elements. */
export class LoopViewSelectEvent extends Event {
  static readonly type = 'loop-view-select';
  constructor(readonly view: Id) {
    super(LoopViewSelectEvent.type, {bubbles: true});
  }
}

/** Asks the shell to show or hide the contact details. Stays between our own elements. */
export class LoopContactToggleEvent extends Event {
  static readonly type = 'loop-contact-toggle';
  constructor() {
    super(LoopContactToggleEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-view-select': LoopViewSelectEvent;
    'loop-contact-toggle': LoopContactToggleEvent;
  }
}
