import {warnOnce} from '../internal/warn.js';
import type {Inbox} from '../store/inbox.js';

/** The inbox that a host's page set as a property; what is none counts as none, and its developer is told. */
export function givenInbox({inbox}: {readonly inbox?: Inbox | null | undefined}): Inbox | undefined {
  if (!inbox || typeof (inbox as Partial<Inbox>).connect === 'function') return inbox || undefined;
  warnOnce(`the inbox property was set to what is no inbox (${typeof inbox})`);
  return undefined;
}
