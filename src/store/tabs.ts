import type {EventBatch, EventCursor, Id} from '../contract/index.js';
import type {Choices} from './choices.js';
import type {Draft} from './draft.js';
import type {Runtime} from './runtime.js';

/** How the tabs agree on which of them reads the live connection, and what it tells the others. */
export type LeadMessage =
  | {readonly say: 'hello' | 'watching'; readonly from: string; readonly watched: readonly Id[]}
  /** 'ask': a page that is looked at wants to lead instead of a hidden one. 'doubt': the leader has not been heard for a while; it answers at once. */
  | {readonly say: 'ask' | 'doubt'; readonly from: string}
  | {readonly say: 'yours'; readonly from: string; readonly to: string}
  | {readonly say: 'beat'; readonly from: string; readonly term: number; readonly visible: boolean}
  | {readonly say: 'events'; readonly from: string; readonly term: number; readonly visible: boolean; readonly batch: EventBatch}
  /** `since`: the cursor that `batch` goes on from. */
  | {
      readonly say: 'welcome';
      readonly from: string;
      readonly term: number;
      readonly visible: boolean;
      readonly batch: EventBatch;
      readonly since?: EventCursor;
    };

/** What tabs of one identity tell each other. */
interface Messages {
  draft: Draft;
  'draft-gone': string;
  'draft-claimed': string;
  /** The outbox or the pending changes in the storage are others than before. */
  outbox: undefined;
  /** The browser keeps nothing more for that tab, which goes on with what it has. */
  'storage-lost': undefined;
  choices: Choices;
  lead: LeadMessage;
  /** The agent signed out: the storage has been wiped. */
  forgotten: undefined;
}

type TabMessage = {[Type in keyof Messages]: {readonly type: Type; readonly value: Messages[Type]}}[keyof Messages];

/** Another number: another version of this library; the two don't talk. */
const protocol = 2;

/** The other tabs of this browser that show the same identity. */
export class Tabs {
  readonly #runtime: Runtime;
  readonly #handlers = new Map<string, (value: never) => void>();
  #channel: {post(message: unknown): void; close(): void} | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  on<Type extends keyof Messages>(type: Type, handler: (value: Messages[Type]) => void): void {
    this.#handlers.set(type, handler);
  }

  open(identity: string | undefined): void {
    this.close();
    const {channel} = this.#runtime.ports;
    if (identity === undefined || !channel) return;
    try {
      this.#channel = channel.open(`loop-inbox ${identity}`, (message) => this.#hear(message));
    } catch (error) {
      // A browser that denies a page its storage may deny it this.
      this.#runtime.ports.log('debug', 'The other tabs cannot be told', error);
    }
  }

  post(message: TabMessage): void {
    try {
      this.#channel?.post({protocol, ...message});
    } catch (error) {
      this.#runtime.ports.log('warn', `The other tabs could not be told '${message.type}'`, error);
    }
  }

  /** Tells the tabs of an identity, also when this one is another's by now. */
  postTo(identity: string, message: TabMessage): void {
    const own = this.#channel;
    this.#channel = undefined;
    this.open(identity);
    this.post(message);
    this.close();
    this.#channel = own;
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  #hear(message: unknown): void {
    if (typeof message !== 'object' || message === null) return;
    const {protocol: spoken, type, value} = message as {protocol?: unknown; type?: unknown; value?: unknown};
    if (spoken !== protocol || typeof type !== 'string') return;
    this.#handlers.get(type)?.(value as never);
  }
}
