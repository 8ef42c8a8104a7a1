import type {LoopEvent} from '../../../src/contract/index.js';
import type {Line} from './project.js';

/** Position of an account's events, as a client keeps it. */
export const cursorOf = (epoch: string, seq: number): string => `${epoch}.${seq}`;

export function readCursor(cursor: string): {readonly epoch: string; readonly seq: number} | undefined {
  const [, epoch, seq] = /^([\w-]{1,40})\.(\d{1,15})$/.exec(cursor) ?? [];
  return epoch === undefined ? undefined : {epoch, seq: Number(seq)};
}

export const lineFrame = (epoch: string, {type, data, id}: Line): string =>
  `${id === undefined ? '' : `id: ${cursorOf(epoch, id)}\n`}event: ${type}\ndata: ${data}\n\n`;

/** Told now or never: it has no id, so nobody resumes from it. */
export const passingFrame = (event: LoopEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

export const phaseFrame = (epoch: string, seq: number, phase: 'live' | 'catching-up'): string =>
  `id: ${cursorOf(epoch, seq)}\nevent: phase\ndata: {"phase":"${phase}"}\n\n`;

export const ping = ': ping\n\n';
