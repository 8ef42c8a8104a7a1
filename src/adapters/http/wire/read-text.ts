import {abortable} from './abortable.js';

export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** The body of an answer as text; ends with the signal, also where the body does not. */
export async function readText(response: Response, maxBytes: number, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const {done, value} = await abortable(reader.read(), signal);
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new TooLong(`More than ${maxBytes} bytes`);
      text += decoder.decode(value, {stream: true});
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  }
}
