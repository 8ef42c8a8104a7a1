import type {Id, Timestamp, Versioned} from './values.js';

/** Whether an agent takes work right now. */
export type Availability = 'online' | 'busy' | 'offline';

/** What a colleague does in a conversation at this moment. */
export type Doing = 'viewing' | 'replying' | 'noting';

/** A person of the team. */
export interface Agent {
  readonly type?: 'agent';
  readonly id: Id;
  readonly name: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly availability?: Availability;
}

/** A group of agents. */
export interface Team {
  readonly type: 'team';
  readonly id: Id;
  readonly name: string;
}

/** One fact about a contact or conversation that the backend's owner defined. */
export interface Attribute {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly kind?: 'text' | 'number' | 'date' | 'link' | 'list' | 'checkbox';
  readonly editable?: boolean;
}

/** The customer. */
export interface Contact extends Versioned {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly avatarUrl?: string;
  readonly company?: string;
  readonly blocked?: boolean;
  readonly attributes?: readonly Attribute[];
}

/** Who wrote a message or did something. */
export interface Author {
  readonly kind: 'contact' | 'agent' | 'bot' | 'system';
  readonly id?: Id;
  readonly name?: string;
  readonly avatarUrl?: string;
}

/**
 * Overall mood of a message or conversation, as somebody judged it. Never made up by the inbox.
 *
 * `score` runs from -1 (worst) to 1 (best); `source` names the judge ('Azure Text Analytics', 'agent') and is shown beside the label.
 */
export interface Sentiment {
  readonly label: 'negative' | 'neutral' | 'positive' | 'mixed';
  readonly score?: number;
  readonly source: string;
  readonly at?: Timestamp;
}
