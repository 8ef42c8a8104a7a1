import type {Capabilities, EventCursor} from '../../../contract/index.js';
import type {HttpAdapterOptions} from '../options.js';
import type {Client} from '../wire/client.js';

/** Where the events of a session come from. */
export interface Feed {
  readonly client: Client;
  readonly transport: NonNullable<HttpAdapterOptions['transport']>;
  readonly resume: Capabilities['events']['resume'];
  readonly tellsCounts: boolean;
  /** Where the session began: the first connection goes on from there, so nothing falls between the two. */
  start: EventCursor | undefined;
  /** Something on the way holds streams back, and asking again and again was answered. */
  isHeldBack: boolean;
}
