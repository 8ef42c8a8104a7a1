/** Words of a row's buttons. */
export interface RowActionsMessages {
  done: string;
  archive: string;
  snooze: string;
  reopen: string;
  actions: string;
}
