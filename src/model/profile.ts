import type {NotificationKind} from './notification.js';
import type {Attribute, Availability} from './people.js';

export interface Preferences {
  readonly notify?: {
    readonly inApp: boolean;
    readonly sound: boolean;
    readonly desktop: boolean;
    readonly kinds?: readonly NotificationKind[];
  };
  /** BCP 47, e.g. 'ar'. */
  readonly language?: string;
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly enterSends?: boolean;
}

/** The agent's own settings. */
export interface Profile {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly signature?: string;
  readonly avatarUrl?: string;
  readonly availability?: Availability;
  readonly preferences?: Preferences;
  readonly settings?: readonly Attribute[];
}

/**
 * A text an agent inserts by its shortcut.
 *
 * What stands in braces is filled by the inbox where it is known: `{contact.name}`, `{contact.email}`, `{contact.phone}`, `{contact.company}`,
 * `{agent.name}`, `{agent.email}`, `{conversation.number}`, `{conversation.subject}`, `{channel.name}`; two braces are the same. Anything else
 * (`{amount}`) is a gap that the agent is led to and asked about before it is sent.
 */
export interface CannedReply {
  readonly id: string;
  readonly shortcut: string;
  readonly body: {readonly format: 'text' | 'markdown' | 'html'; readonly value: string};
}

/** Several actions under one name. */
export interface Macro {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}
