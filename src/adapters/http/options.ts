import type {AdapterContext} from '../../contract/index.js';

export interface HttpAdapterOptions {
  /** Where the protocol is spoken, without a slash at the end, e.g. 'https://desk.example/v1'. Relative to the page: '/desk/v1'. */
  readonly endpoint: string;
  /** Goes before `getToken` of the inbox. Without either, the cookies of the page have to say who the agent is. */
  readonly getToken?: AdapterContext['getToken'];
  /** Which cookies are sent. Default 'same-origin'. */
  readonly credentials?: RequestCredentials;
  /**
   * How events come. 'auto', the default: as a stream, or by asking again and again where something on the way holds the stream back.
   */
  readonly transport?: 'auto' | 'stream' | 'poll';
  /** How long an answer may take, in ms; uploads and events have their own rules. Default 30,000. */
  readonly timeoutMs?: number;
  /**
   * 'auto', the default: an upload that shows its progress goes by XMLHttpRequest where there is one. 'fetch': always by the `fetch`
   * of the inbox, for a host that has to see every request.
   */
  readonly uploads?: 'auto' | 'fetch';
}
