import type {Agent} from '../model/index.js';

/** The inbox is connected: its lists can be read and written. Told again after another agent signed in. */
export class LoopReadyEvent extends Event {
  static readonly type = 'loop-ready';
  constructor(readonly me: Agent, readonly adapterName: string) {
    super(LoopReadyEvent.type, {bubbles: true, composed: true});
  }
}

/** The backend says that nobody is signed in: the host signs the agent in and calls `inbox.retry()`. */
export class LoopSignInEvent extends Event {
  static readonly type = 'loop-sign-in';
  constructor(readonly reason: 'missing' | 'expired' | 'revoked') {
    super(LoopSignInEvent.type, {bubbles: true, composed: true});
  }
}

/** What the browser kept for the agent has been wiped. */
export class LoopSignOutEvent extends Event {
  static readonly type = 'loop-sign-out';
  constructor() {
    super(LoopSignOutEvent.type, {bubbles: true, composed: true});
  }
}

/** Something went wrong that no single message or list shows. `code` is one of `AdapterErrorCode`, or 'storage'. */
export class LoopErrorEvent extends Event {
  static readonly type = 'loop-error';
  constructor(readonly code: string, readonly message: string, readonly error?: unknown) {
    super(LoopErrorEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-ready': LoopReadyEvent;
    'loop-sign-in': LoopSignInEvent;
    'loop-sign-out': LoopSignOutEvent;
    'loop-error': LoopErrorEvent;
  }
}
