import type {ServerResponse} from 'node:http';
import type {EventStream, Sink} from './stream.js';

/** The frames as the body of a `Response`. */
export function bodyOf(stream: EventStream): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => stream.to(controllerSink(controller)),
      cancel: () => stream.end(),
    },
    new ByteLengthQueuingStrategy({highWaterMark: 0}),
  );
}

const controllerSink = (controller: ReadableStreamDefaultController<Uint8Array>): Sink => ({
  write: (bytes) => controller.enqueue(bytes),
  backlog: () => -(controller.desiredSize ?? 0),
  close: () => {
    try {
      controller.close();
    } catch {
      // Its reader cancelled it: closed already.
    }
  },
});

/**
 * Writes the frames to a socket of Node itself: with hundreds of readers the streams of the platform in between cost more than all else.
 * Without a length and not in chunks, so it ends with the connection: each frame is one write.
 */
export function answerWith(stream: EventStream, response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.removeHeader('transfer-encoding');
  response.writeHead(200, {...headers, connection: 'close'});
  response.flushHeaders();
  response.once('close', () => stream.end());
  stream.to({
    write: (bytes) => void response.write(bytes),
    backlog: () => response.writableLength,
    close: () => void response.end(),
  });
}
