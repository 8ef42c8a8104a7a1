import type {OutsideWorld} from '../../../src/adapters/memory/index.js';
import type {ConversationFile} from '../../../src/adapters/memory/conversation-file.js';
import type {LoopInbox} from '../../../src/index.js';
import type {Heard} from '../support/visit.js';

/** What `desk.js` offers to a journey: a host page's own means, nothing of the inbox's inside. */
interface Host {
  readonly inbox: LoopInbox;
  readonly backend: OutsideWorld;
  readonly heard: readonly Heard[];
  begin(trouble: 'offline' | 'signed-out'): void;
  end(trouble: 'offline' | 'signed-out'): void;
  /** The page says no to the next event of this type. */
  veto(type: string): void;
}

declare global {
  var host: Host;
  var deskFile: ConversationFile;
  /** Of `asking.html`: how far the machine's clock is off, in ms. */
  var skewMs: number;
}
