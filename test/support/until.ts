import {waitUntil} from '@open-wc/testing';

/** Waits until something holds. What hangs is ended; how fast something is, no test says: the second that `waitUntil` has of itself is short for a machine at work. */
export const until = (holds: () => unknown, what?: string) => waitUntil(holds as () => boolean, what, {timeout: 20_000});
