/**
 * Where a reply or note is on its way. `queued`, `sending` and `unconfirmed` (nobody can tell whether it arrived) are the
 * inbox's own; the rest is what the backend knows. Incoming messages and activities have none.
 */
export type Delivery = 'queued' | 'sending' | 'unconfirmed' | 'sent' | 'delivered' | 'read' | 'failed';

const next = {
  queued: ['sending', 'sent', 'unconfirmed', 'failed'], // sent: its echo was met after a reload; unconfirmed: another page may have sent it
  sending: ['sent', 'queued', 'unconfirmed', 'failed'],
  unconfirmed: ['sent', 'queued', 'failed'], // queued only when the agent says so
  sent: ['delivered', 'read', 'failed'], // failed: a bounce
  delivered: ['read', 'failed'],
  failed: ['queued', 'sent'], // sent: late evidence
  read: [],
} as const satisfies Record<Delivery, readonly Delivery[]>;

/** True when a message may move from one delivery state to the other. */
export const canMove = (from: Delivery, to: Delivery): boolean => (next[from] as readonly Delivery[]).includes(to);
