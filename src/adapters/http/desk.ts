import type {HttpAdapterOptions} from './options.js';
import type {OptionalMethod, SessionAnswer} from './shapes/session.js';
import type {Client} from './wire/client.js';

/** What the methods of one session work with. */
export interface Desk {
  readonly client: Client;
  readonly options: HttpAdapterOptions;
  readonly facts: SessionAnswer;
}

/** May a method that its group can do without be offered? */
export const has = ({facts}: Desk, method: OptionalMethod): boolean => facts.optional?.includes(method) ?? false;
