/** Words of the contact panel. */
export interface ContactMessages {
  /** Names the panel. */
  readonly label: string;
  readonly contact: string;
  readonly attributes: string;
  readonly earlier: string;
  readonly tickets: string;
  readonly mail: string;
  readonly phone: string;
  readonly company: string;
  readonly status: string;
  readonly blocked: string;
  readonly unnamed: string;
  /** @param time of day where the contact is, formatted; place as the backend names it. */
  readonly localTime: (time: string, place: string | undefined) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothingKnown: string;
  readonly noEarlier: string;
  readonly noTickets: string;
  readonly loading: string;
  readonly absent: string;
  /** Shown for a conversation without a subject. */
  readonly noSubject: string;
  readonly opensOutside: string;
  /** @param label of the attribute. */
  readonly change: (label: string) => string;
  readonly save: string;
  readonly cancel: string;
  /** Before the reason. */
  readonly notSaved: string;
  readonly notANumber: string;
  readonly empty: string;
}
