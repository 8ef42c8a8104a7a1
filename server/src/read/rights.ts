/**
 * The condition that a row with `visible_to` is one the agent may see.
 *
 * @param row alias of the table. `agent` and `account`: placeholders or columns.
 */
export const sees = (row: string, agent: string, account = '$1'): string =>
  `(${row}.visible_to is null or ${row}.visible_to && (select loop_principals(${account}, ${agent})))`;
