import type { ParseError} from 'eventsource-parser';
import {createParser} from 'eventsource-parser';

/** One event of the stream as it stands there. */
export interface Frame {
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly data: string;
}

/** A frame holds one record; one that goes on for ever is none. */
const maxFrameChars = 32_000_000;

/** Makes frames of bytes, wherever the chunks are cut. Comments are no frames. */
export class FrameReader {
  readonly #decoder = new TextDecoder();
  #found: Frame[] = [];
  #error: ParseError | undefined;
  readonly #parser = createParser({
    maxBufferSize: maxFrameChars,
    onEvent: ({event, id, data}) => void this.#found.push({event, id: id || undefined, data}),
    onError: (error) => {
      // An unknown field is left out, as the format demands.
      if (error.type === 'max-buffer-size-exceeded') this.#error = error;
    },
  });

  /** @throws when a frame is too long to be one. */
  take(bytes: Uint8Array): readonly Frame[] {
    this.#found = [];
    this.#parser.feed(this.#decoder.decode(bytes, {stream: true}));
    if (this.#error) throw this.#error;
    return this.#found;
  }
}
