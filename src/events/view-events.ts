import type {Id} from '../model/index.js';

/** Asks the shell to show another view. Stays between our own elements. */
export class LoopViewSelectEvent extends Event {
  static readonly type = 'loop-view-select';
  constructor(readonly view: Id) {
    super(LoopViewSelectEvent.type, {bubbles: true});
  }
}
