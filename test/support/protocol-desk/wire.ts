/** JSON of a record; the memory adapter's addresses of files mean nothing outside its process. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) => (/url$/i.test(key) && typeof one === 'string' && /^(blob|data):/.test(one) ? undefined : one));

export const answer = (value: unknown, status = 200): Response =>
  new Response(written(value), {status, headers: {'content-type': 'application/json'}});
