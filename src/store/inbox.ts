import type {Adapter, Feature} from '../contract/index.js';
import type {Commands} from './commands.js';
import type {FactListener} from './facts.js';
import type {GetToken, Ports} from './ports.js';
import type {InboxState} from './state.js';
import type {Unsubscribe} from './store.js';

/** What a host decides about an inbox. */
export interface InboxSettings {
  /** False hides a feature the adapter has. `automation` is hidden unless it is true. */
  readonly features?: Partial<Record<Feature, boolean>> | undefined;
  /** Names the agent beforehand, so that what the browser keeps for them is shown before the backend answers. */
  readonly account?: string | undefined;
  /** BCP 47; language of the texts the adapter makes up. A change reconnects. */
  readonly locale?: string | undefined;
  readonly getToken?: GetToken | undefined;
}

/** One inbox: its state, what can be asked of it, and its life. Shared by every element under one provider. */
export interface Inbox {
  readonly state: InboxState;
  readonly commands: Commands;
  readonly ports: Ports;
  /** Called once per microtask after changes. */
  subscribe(listener: () => void): Unsubscribe;
  /** Calls `onChange` when what `read` gives is another than before. */
  select<T>(read: (state: InboxState) => T, onChange: (value: T) => void, isEqual?: (a: T, b: T) => boolean): Unsubscribe;
  /** Hears what happened, each fact once. */
  listen(listener: FactListener): Unsubscribe;
  /** Uses another backend; drafts and unsent messages of the earlier one stay in the browser. The same one again does nothing. */
  setAdapter(adapter: Adapter | undefined): void;
  /** Changes what the host decides; only what differs takes effect. */
  configure(settings: InboxSettings): void;
  /** Begins (or goes on) working; without it nothing is called. */
  connect(): void;
  /** Tries again now: after a sign-in, or instead of waiting for the next try. */
  retry(): void;
  /** Signs out: wipes what the browser keeps for this agent, and closes. */
  forget(): Promise<void>;
  /** Ends the connection and all timers; `connect` starts again. */
  close(): Promise<void>;
}
