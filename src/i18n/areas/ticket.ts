import type {AdapterErrorCode, Priority} from '../../contract/index.js';

/** Words of the ticket button and its dialog. */
export interface TicketMessages {
  /** On the button, and the dialog's title. */
  readonly create: string;
  readonly title: string;
  readonly description: string;
  readonly required: string;
  readonly submit: string;
  readonly submitting: string;
  readonly cancel: string;
  readonly close: string;
  /** Before the name of the contact it comes from. */
  readonly from: string;
  readonly quoted: (subject: string) => string;
  readonly linked: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly nothingChosen: string;
  readonly tagsHelp: string;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly missing: string;
  readonly notANumber: string;
  readonly tooLong: (max: number) => string;
  readonly failed: string;
  readonly formFailed: string;
  /** Why it failed, and what the agent can do. */
  readonly because: Readonly<Record<AdapterErrorCode, string>>;
  readonly unclear: string;
  readonly nothingLost: string;
  /** @param number as the backend counts them; undefined when it does not. */
  readonly created: (number: string | undefined) => string;
  readonly open: string;
  readonly done: string;
  /** Why the button can't be pressed. */
  readonly absent: string;
}
