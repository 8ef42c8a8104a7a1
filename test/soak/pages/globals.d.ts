import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';

declare global {
  /** Of `mounts.html`. */
  var mount: (times: number) => Promise<void>;
  var listeners: number;
  /** Of `day.html`. */
  var happen: (conversationId: string, kind: string, text: string) => void;
  var inbox: LoopInbox;
}
