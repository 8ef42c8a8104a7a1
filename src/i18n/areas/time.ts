/** Words around times. Numbers come formatted in the agent's locale. */
export interface TimeMessages {
  today: string;
  yesterday: string;
  now: string;
  minutes(count: string): string;
  hours(count: string): string;
  days(count: string): string;
  /** Two neighbouring units: '2 h 14 min'. */
  joined(larger: string, smaller: string): string;
  seconds(count: string): string;
}
