import {Attendance} from './attendance.js';
import {Changes} from './changes.js';
import {Details} from './details.js';
import {Dispatch} from './dispatch.js';
import {Exclusive} from './exclusive.js';
import type {Keeper} from './keeper.js';
import {Notifications} from './notifications.js';
import type {Outbox} from './outbox.js';
import {ReadMarks} from './read-marks.js';
import type {Records} from './records.js';
import type {Runtime} from './runtime.js';
import type {StaleGuard} from './stale-guard.js';
import type {Threads} from './threads.js';

interface Parts {
  readonly keeper: Keeper;
  readonly records: Records;
  readonly threads: Threads;
  readonly staleGuard: StaleGuard;
  readonly outbox: Outbox;
}

/**
 * The half of the store that a first look at list and thread does without: bringing messages and changes to the backend, the details
 * of a conversation, notifications, presence. Loaded once the first lists have been asked for.
 */
export class Later {
  readonly exclusive: Exclusive;
  readonly dispatch: Dispatch;
  readonly notifications: Notifications;
  readonly changes: Changes;
  readonly details: Details;
  readonly attendance: Attendance;
  readonly readMarks: ReadMarks;

  constructor(runtime: Runtime, {keeper, records, threads, staleGuard, outbox}: Parts) {
    this.exclusive = new Exclusive(runtime, keeper);
    this.dispatch = new Dispatch(runtime, {keeper, threads, staleGuard, outbox, table: outbox.table});
    this.notifications = new Notifications(runtime);
    this.changes = new Changes(runtime, {keeper, records, outbox, exclusive: this.exclusive, notifications: this.notifications});
    this.details = new Details(runtime, records);
    this.attendance = new Attendance(runtime);
    this.readMarks = new ReadMarks(runtime, records, threads);
    outbox.onSettled = (conversationId) => this.changes.flush(conversationId);
    outbox.onMoved = (change, from) => this.changes.takeSent(change, from);
  }

  /** The connection stands: what waited for it leaves, what was missed is read. */
  connected(): void {
    void this.notifications.load();
    this.attendance.tellAll();
    this.readMarks.flush();
    this.changes.flushAll();
  }

  clear(): void {
    this.changes.clear();
    this.notifications.clear();
    this.readMarks.clear();
  }
}
