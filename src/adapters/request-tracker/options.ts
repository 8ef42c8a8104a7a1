import type {AdapterContext} from '../../contract/index.js';

/** Why an agent may not do something, as it is shown. In the language of the host. */
export interface DenySentences {
  readonly reply: string;
  readonly note: string;
}

/** Words of the lifecycle that the queues use; the defaults are those of Request Tracker's own. */
export interface Statuses {
  /** Set by archiving. Default 'resolved'. */
  readonly archived?: string;
  /** Set by reopening, unless archiving is taken back. Default 'open'. */
  readonly reopened?: string;
  /** All that count as archived; every other status counts as active. Default 'resolved', 'rejected' and 'deleted'. */
  readonly closed?: readonly string[];
}

export interface RequestTrackerOptions {
  /** Where Request Tracker is, or the proxy in front of it, e.g. '/rt': '/REST/2.0' is added. */
  readonly endpoint: string;
  /** A token of the agent. Left out where a proxy adds it, or where `getToken` of these options or of the inbox gives it. */
  readonly token?: string;
  readonly getToken?: AdapterContext['getToken'];
  /** Id or name of the agent. Needed only where the page has no token to read it from. */
  readonly agent?: string;
  /** Names or ids of the queues to show. Default: all that the agent may see. */
  readonly queues?: readonly string[];
  /** The group whose members can be assigned. Default: the agent alone. */
  readonly agentsGroup?: string;
  /** Custom field of tickets that holds the tags, several values of free text. Default 'Tags'; without such a field there are no tags. */
  readonly tagsField?: string;
  /** Custom field of transactions that holds the client id of a message. Default 'ClientId'; without it a send cannot be looked up. */
  readonly clientIdField?: string;
  readonly statuses?: Statuses;
  /** What opens a resolved ticket again. Default: both, as Request Tracker's own scrip does. */
  readonly reopens?: {readonly onReply?: boolean; readonly onIncoming?: boolean};
  /** Between two looks for what is new, in ms. Default 5,000. */
  readonly pollMs?: number;
  /** Largest file to send, in bytes. Default 10,000,000, Request Tracker's own limit. */
  readonly maxFileBytes?: number;
  /** Address of Request Tracker's own pages, for a link to the ticket. Default: no link. */
  readonly webUrl?: string;
  readonly deny?: Partial<DenySentences>;
}
