/**
 * Guards of the store, each switched off by changing its source: `from` becomes `to` in `file`. A figure of the simulator has to break.
 * `by`: ids of the figures that are played, in this order, until one breaks.
 */
export const mutants = [
  // Outbox
  { guard: 'one client id for the life of a message', file: 'dispatch.ts', from: 'clientId: entry.clientId,\n  kind', to: 'clientId: `${entry.clientId} ${entry.attempts}`,\n  kind', by: ['R1 server'] },
  { guard: 'marked as sending before the call', file: 'dispatch.ts', from: 'await this.#parts.table.update(ready, sending);', to: 'this.#parts.table.show({...ready, ...sending});', by: ['R1 none', 'R1 lookup'] },
  { guard: 'one tab at a time sends', file: 'exclusive.ts', from: 'if (!vault) return work();', to: 'return work();', by: ['R1 none', 'R1 lookup', 'R1 server'] },
  { guard: 'one tab at a time sends, by its lock', file: 'exclusive.ts', from: 'return locks.request(`loop-inbox ${identity} ${name}`, {signal}, work);', to: 'return work();', by: ['R1 none', 'R1 lookup', 'R1 server'] },
  { guard: 'the storage is asked before an attempt', file: 'dispatch.ts', from: 'if (!entry || !keeper.vault) return entry;', to: 'return entry;', by: ['R1 none', 'R1 lookup'] },
  { guard: 'what the storage says of an entry goes', file: 'dispatch.ts', from: 'table.replace(stored);\n      return waitsForAgent(stored) ? undefined : stored;', to: 'return entry;', by: ['R1 none', 'R1 lookup'] },
  { guard: 'a lost answer is not a failure', file: 'dispatch.ts', from: "if (applied === 'maybe') return this.resolve(entry, error);", to: '', by: ['R1 none', 'R1 lookup'] },
  { guard: 'a message left under way by a dead page is looked at', file: 'dispatch.ts', from: "if (entry.delivery === 'sending') return this.resolve(entry, undefined);", to: '', by: ['R1 none', 'R1 lookup'] },
  { guard: 'without client ids the agent is asked', file: 'dispatch.ts', from: "if (mode === 'none') return this.#leaveOpen(current, error);", to: '', by: ['R1 none'] },
  { guard: 'a look-up waits for what may still arrive', file: 'dispatch.ts', from: 'if (looks >= looksInVain)', to: 'if (looks >= 0)', by: ['R1 lookup'] },
  { guard: 'later messages wait behind one that waits', file: 'outbox.ts', from: 'if (!entry || waitsForAgent(entry)) return;', to: 'if (!entry) return;', by: ['R1 none', 'G'] },
  { guard: 'the oldest of a conversation goes first', file: 'outbox-table.ts', from: 'a.localOrder - b.localOrder ||', to: 'b.localOrder - a.localOrder ||', by: ['R1 server'] },
  { guard: 'behind all that this browser kept', file: 'outbox.ts', from: 'this.#localOrder = Math.max(this.#localOrder, entry.localOrder);', to: '', by: ['R1 server', 'R1 lookup', 'R1 none'] },
  { guard: 'a wait ends by its timer, not by the clock', file: 'outbox-table.ts', from: 'this.#released.add(clientId);', to: '', by: ['R1 server', 'G'] },
  { guard: 'an old message asks', file: 'dispatch.ts', from: 'this.#runtime.now() - entry.createdAt > oldAfterMs;', to: 'false;', by: ['G'] },
  { guard: 'a reply on stale ground asks', file: 'dispatch.ts', from: "if (isOld || rests === 'stale') {", to: 'if (isOld) {', by: ['G'] },
  { guard: 'a colleague’s answer counts though it was on screen', file: 'stale-guard.ts', from: "if (since.some((message) => message.kind === 'reply' && !this.#isMine(message))) return draftSeen;", to: '', by: ['G'] },
  { guard: 'what cannot be found counts as news', file: 'stale-guard.ts', from: "if (later === undefined) return 'stale';", to: 'if (later === undefined) return lastSeen;', by: ['G'] },
  { guard: 'a held message waits', file: 'outbox.ts', from: '...(heldMs > 0 && {heldUntil: now + heldMs}),', to: '', by: ['G'] },
  // Storage
  { guard: 'a lost storage that is there again gets what is in hand', file: 'later.ts', from: 'if (this.keeper.isLost && this.keeper.vault) {', to: 'if (this.keeper.isLost && !this.keeper.vault) {', by: ['G', 'R1 server'] },
  { guard: 'a refusal of the storage is noticed', file: 'keeper.ts', from: 'if (opening === this.#opening) this.#lose(error);', to: '', by: ['G'] },
  { guard: 'each identity has its own storage', file: 'create-inbox.ts', from: 'if (!first) {\n        this.#clear();', to: 'if (!first) {', by: ['G', 'R1 server'] },
  { guard: 'signing out is told to the other tabs', file: 'create-inbox.ts', from: "later.tabs.post({type: 'forgotten', value: undefined});", to: '', by: ['G'] },
  // Drafts
  { guard: 'a draft is kept soon', file: 'drafts.ts', from: 'const keepAfterMs = 300;', to: 'const keepAfterMs = 5_000;', by: ['R2, R3'] },
  { guard: 'a draft is kept when the page goes', file: 'later.ts', from: "if (event === 'hidden' || event === 'pagehide') this.drafts.keep();", to: '', by: ['R2, R3'] },
  { guard: 'a draft belongs to its kind', file: 'draft.ts', from: '`${kind}:${conversationId}`', to: '`draft:${conversationId}`', by: ['R2, R3'] },
  { guard: 'the kind travels with the message', file: 'dispatch.ts', from: '  kind: entry.kind,', to: "  kind: 'reply',", by: ['R2, R3'] },
  { guard: 'a sent draft leaves the storage with its sending', file: 'outbox.ts', from: 'this.table.enter(entry, {deleteDrafts: [key]});', to: 'this.table.enter(entry);', by: ['R2, R3'] },
  { guard: 'what is being typed here is not overwritten by another tab', file: 'drafts.ts', from: '// What is being typed here is never overwritten.\n    if (this.#unkept.has(key)) return;', to: '', by: ['G'] },
  // Sync
  { guard: 'a gap is closed by reading again', file: 'create-inbox.ts', from: 'if (gap) {', to: 'if (!gap) {', by: ['R4 none', 'R4 cursor'] },
  { guard: 'a cursor goes with the stream', file: 'session-loop.ts', from: 'if (batch.cursor !== undefined) this.#cursor = batch.cursor;', to: 'this.#cursor ??= batch.cursor;', by: ['R4 window', 'R4 cursor'] },
  { guard: 'a reset reads again', file: 'sync.ts', from: 'lists.markStale();\n    threads.markStale();', to: '', by: ['R4 cursor', 'R4 window'] },
  { guard: 'what was told during a read is not lost', file: 'thread-gaps.ts', from: 'if (told.size === 0) return items;', to: 'return items;', by: ['R6', 'R4 none'] },
  { guard: 'what is deleted goes', file: 'threads.ts', from: 'if (meets) this.gaps?.forgetDeleted(thread, open, page);', to: '', by: ['R4 none', 'R4 cursor'] },
  { guard: 'what was loaded before the newest page is read again', file: 'threads.ts', from: "if (how === 'join') await this.gaps?.readFurther(conversationId, page, current);", to: '', by: ['R4 none', 'R4 cursor'] },
  { guard: 'an older version never replaces a newer one', file: 'threads.ts', from: 'message.rev < known.rev) return;', to: 'message.rev > known.rev) return;', by: ['R4 none', 'R4 cursor', 'R4 window'] },
  { guard: 'confirmed messages stand in the backend’s order', file: 'threads.ts', from: '(a.order < b.order ? -1 : a.order > b.order ? 1 : 0)', to: '0', by: ['R5'] },
  { guard: 'own messages on their way stand behind all', file: 'threads.ts', from: 'a.inFlight - b.inFlight ||', to: '', by: ['R5'] },
  { guard: 'an echo without a client id takes no second row', file: 'thread-records.ts', from: 'if (twin !== undefined && twin !== clientId) {', to: 'if (twin === clientId) {', by: ['R5'] },
  // Tabs
  { guard: 'a silent leader is replaced', file: 'shared-events.ts', from: 'if (now - this.#heardAt > this.#patienceMs(this.#leaderVisible))', to: 'if (now < this.#heardAt)', by: ['R6'] },
  { guard: 'followers ask what they may have missed', file: 'shared-events.ts', from: 'this.#tell(isGapless ? message.batch : withReset(message.batch));', to: 'this.#tell(message.batch);', by: ['R6'] },
  { guard: 'a follower alerts nobody', file: 'alerts.ts', from: "if (as === 'follower') return false;", to: '', by: ['R6', 'G'] },
  { guard: 'an alert is claimed', file: 'alerts.ts', from: 'return (await this.#keeper.vault?.lease(`alert ${id}`, this.#owner, now, now + claimMs).catch(() => true)) ?? true;', to: 'return Promise.resolve(now > 0);', by: ['G', 'R6'] },
  { guard: 'a hidden leader hands over', file: 'shared-events.ts', from: "if (!message.visible && this.#visible() && message.say !== 'events') this.#say({say: 'ask'});", to: '', by: ['G'] },
  { guard: 'a leader tells the others first', file: 'shared-events.ts', from: 'this.#broadcast(batch);', to: '', by: ['R6'] },
  { guard: 'another version is not listened to', file: 'tabs.ts', from: "if (spoken !== protocol || typeof type !== 'string') return;", to: "if (typeof type !== 'string') return;", by: ['G'] },
  // Session
  { guard: 'a call that nobody answers is given up', file: 'runtime.ts', from: 'const callTimeoutMs = 45_000;', to: 'const callTimeoutMs = 45_000_000;', by: ['G'] },
  { guard: 'tries come less and less often', file: 'timers.ts', from: 'firstWaitMs * 2 ** Math.max(0, attempt - 1)', to: '10', by: ['G'] },
  { guard: 'a held archive is given up when the customer writes', file: 'changes.ts', from: "if (pending?.to !== 'archived' || pending.heldUntil === undefined || !this.#isUnsent(pending)) return;", to: 'return;', by: ['G'] },
  { guard: 'an archive waits behind the messages', file: 'changes.ts', from: 'this.#parts.outbox.isBusy(conversationId)', to: 'false', by: ['G'] },
];
