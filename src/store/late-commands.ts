import type {Id} from '../contract/index.js';
import type {Commands} from './commands.js';
import type {Later} from './later.js';
import type {Runtime} from './runtime.js';

/** Commands that a first look at list and thread does without. */
export type LateCommands = Omit<
  Commands,
  | 'openList'
  | 'loadMore'
  | 'reloadList'
  | 'openThread'
  | 'showMessage'
  | 'showLatest'
  | 'loadEarlier'
  | 'loadLater'
  | 'reloadThread'
  | 'dismissNotice'
>;

export function makeLateCommands(runtime: Runtime, later: Omit<Later, 'commands'>): LateCommands {
  const {outbox, drafts, staleGuard, changes, details, notifications, attendance, readMarks, messageChanges, profiles, choose} = later;

  function markRead(id: Id, messageId?: Id): void {
    const upTo = messageId ?? later.messages.newest(id)?.id;
    if (upTo !== undefined) staleGuard.see(id, upTo);
    readMarks.mark(id, upTo);
  }

  readMarks.onLocalMark = (id, upTo) => choose({readUpTo: {...runtime.state.choices.readUpTo, [id]: upTo}});

  return {
    arrangeList: (view, {sort, filter}) =>
      choose({
        ...(sort && {sorts: {...runtime.state.choices.sorts, [view]: sort}}),
        ...(filter && {filters: {...runtime.state.choices.filters, [view]: filter}}),
      }),
    trimList: (query, shown, keep) => later.rows.trim(query, shown, keep),
    trimThread: (id, end, keep) => later.messages.trim(id, end, keep),
    markRead,
    markUnread: (id) => void readMarks.markUnread(id),
    compose: (id, kind) => drafts.compose(id, kind),
    setDraft: (id, kind, change) => drafts.set(id, kind, change, staleGuard.known(id)),
    claimDraft: (id, kind) => drafts.claim(id, kind),
    send: (id, kind, options) => {
      attendance.stopTyping(id, kind);
      return outbox.send(id, kind, options);
    },
    undoSend: (clientId) => outbox.undoSend(clientId),
    retry: (clientId) => outbox.retry(clientId),
    resend: (id, messageId) => outbox.resend(id, messageId),
    writeAgain: (id, messageId) => outbox.writeAgain(id, messageId),
    editFailed: (clientId) => outbox.editFailed(clientId),
    discard: (clientId) => outbox.discard(clientId),
    checkAgain: (clientId) => outbox.checkAgain(clientId),
    sendAnyway: (clientId) => outbox.sendAnyway(clientId),
    editMessage: (id, messageId, text) => messageChanges.edit(id, messageId, text),
    deleteMessage: (id, messageId) => void messageChanges.remove(id, messageId),
    archive: (id) => changes.move(id, 'archived'),
    reopen: (id) => changes.move(id, 'active'),
    snooze: (id, until) => changes.move(id, 'snoozed', until),
    takeOver: (id) => details.handOff(id, 'agent'),
    handBack: (id) => details.handOff(id, 'bot'),
    undo: (id) => changes.undo(id),
    pauseUndo: (id) => changes.offers.pause(id),
    resumeUndo: (id) => changes.offers.resume(id),
    dismissUndo: (id) => changes.letGo(id),
    escalate: (id, reason) => details.escalate(id, reason),
    clearEscalation: (id) => details.clearEscalation(id),
    assign: (id, to) => void details.assign(id, to, later.known),
    assignees: async (id) => {
      const known = await details.assignees(id);
      later.candidates = known;
      return known;
    },
    bulk: (ids, action) => later.bulk.run(ids, action),
    setPriority: (id, priority) => details.setPriority(id, priority),
    changeTags: (id, change) => void details.changeTags(id, change),
    tags: () => details.tags(),
    loadContact: (id) => void details.loadContact(id),
    contactConversations: (id) => details.contactConversations(id),
    loadEscalations: (id) => void details.loadEscalations(id),
    updateContact: (id, patch) => details.updateContact(id, patch),
    loadTickets: (id) => void details.loadTickets(id),
    ticketForm: (id) => details.ticketForm(id),
    createTicket: (ticket, clientId) => details.createTicket(ticket, clientId),
    search: (text, query = {}) => later.lookups.search(text, query),
    canned: (text, id, kind) => later.lookups.canned(text, id, kind),
    macros: () => later.lookups.macros(),
    runMacro: (id, conversationId) => void later.lookups.runMacro(id, conversationId),
    agents: (text, id) => later.lookups.agents(text, id),
    directory: () => later.lookups.directory(),
    createTag: (name) => later.lookups.createTag(name),
    saveView: (view) => later.views.save(view),
    removeView: (id) => later.views.remove(id),
    fileUrl: (attachment) => later.lookups.fileUrl(attachment),
    loadProfile: () => void profiles.load(),
    updateProfile: (patch) => profiles.update(patch),
    setAvatar: (picture) => profiles.setAvatar(picture),
    prefer: (change) => profiles.prefer(change),
    type: (id, kind) => attendance.type(id, kind),
    attend: (id, doing) => attendance.attend(id, doing),
    setAvailability: (availability) => details.setAvailability(availability),
    loadNotifications: () => void notifications.load(),
    loadMoreNotifications: () => void notifications.loadMore(),
    markNotificationRead: (id) => void notifications.markRead([id]),
    markAllNotificationsRead: () => void notifications.markRead('all'),
    choose,
  };
}
