type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line of JSON for each happening. Fields are ids, counts and names of errors: never a word of a message, never a token. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: Fields) => void;

export const jsonLog: Log = (level, message, fields = {}) => {
  const line = JSON.stringify({at: new Date().toISOString(), level, message, ...fields});
  (level === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
};

export const noLog: Log = () => {};

/** What may be said of an error: its kind and code. A database's own message can hold the values of a row. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return {error: typeof error};
  const code: unknown = 'code' in error ? error.code : undefined;
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))?.trim();
  return {error: error.name, code: typeof code === 'string' ? code : undefined, place};
}
