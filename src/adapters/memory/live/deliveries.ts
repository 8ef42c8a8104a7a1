import type {MemoryBackend} from '../backend/backend.js';
import {amend} from '../writes/messages.js';

const failsOneIn = 60;

/** Lets replies go their way: stored, delivered, read; a few of them bounce. */
export function startDeliveries(desk: MemoryBackend, pace: number): void {
  const soon = (from: number, to: number, run: () => void) => desk.schedule.in(desk.random.between(from, to) / pace, run);
  desk.onReply.add((row, messageId) => {
    const isBlocked = desk.contacts.get(row.contactId)?.blocked === true;
    const fails = desk.random.oneIn(failsOneIn);
    soon(1_200, 4_000, () => {
      if (isBlocked || fails) {
        const deliveryError = isBlocked ? 'The contact is blocked' : 'The mailbox of the contact is full';
        amend(desk, row, messageId, {delivery: 'failed', deliveryError});
        return;
      }
      amend(desk, row, messageId, {delivery: 'delivered'});
      // Not everybody lets it be seen that they have read.
      if (!desk.random.oneIn(4)) soon(5_000, 30_000, () => amend(desk, row, messageId, {delivery: 'read'}));
    });
  });
}
