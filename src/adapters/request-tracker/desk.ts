import type {AdapterContext, Id} from '../../contract/index.js';
import type {Client} from './client.js';
import type {RequestTrackerOptions} from './options.js';
import type {People} from './people.js';
import type {RtUser} from './records.js';

/** A custom field of Request Tracker. */
export interface RtField {
  readonly id: Id;
  readonly name: string;
}

/** What was learned at connect, fixed for the life of a session. */
export interface Desk {
  readonly client: Client;
  readonly context: AdapterContext;
  readonly options: RequestTrackerOptions;
  readonly people: People;
  readonly me: RtUser;
  readonly queues: readonly {readonly id: Id; readonly name: string}[];
  /** Absent where one of the queues lacks the field, or the agent may not see it. */
  readonly tagsField: RtField | undefined;
  readonly clientIdField: RtField | undefined;
  readonly countsExactly: boolean;
  readonly administersUsers: boolean;
}
