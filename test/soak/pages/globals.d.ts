import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';

declare global {
  /** Of `mounts.html`. */
  var mount: (times: number) => Promise<void>;
  var listeners: number;
  /** Of `tabs.html`. */
  var freeze: (ms: number) => number;
  /** Of `day.html`. */
  var happen: (all: readonly (readonly [conversationId: string, kind: string, text: string])[]) => Promise<unknown>;
  var answered: () => Promise<unknown>;
  /** Of `kills.html`. */
  var agent: {
    write(conversationId: string, kind: string): Promise<void>;
    hold(undoSendMs: number): void;
    field(): string;
    drafts(): Readonly<Record<string, string>>;
    leaving(): readonly string[];
  };
  /** Of `tabs.html` and `day.html`. */
  var inbox: LoopInbox;
}
