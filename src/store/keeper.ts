import {draftKey, type Draft} from './draft.js';
import {isUntouched, type OutboxEntry} from './outbox-entry.js';
import type {Kept, Vault, VaultWrite} from './ports.js';
import type {Runtime} from './runtime.js';

/** Whose storage was open when the inbox was closed, and what was to be written since: it waits for the next opening. */
interface Resting {
  readonly identity: string;
  readonly writes: ((vault: Vault) => Promise<void>)[];
}

const nothingKept: Kept = {drafts: [], entries: [], changes: [], choices: undefined};

/**
 * Keeps drafts, outbox and choices in the browser. When the browser refuses (full, denied, wiped) everything goes on in memory, the
 * agent is told once, and the storage is tried again later.
 */
export class Keeper {
  readonly #runtime: Runtime;
  #vault: Vault | undefined;
  /** It takes no more, but may still let go of what is not so any longer. */
  #lapsed: Vault | undefined;
  #identity: string | undefined;
  #opening: Promise<Vault | undefined> = Promise.resolve(undefined);
  #isOpening = false;
  readonly #writing = new Set<Promise<void>>();
  #resting: Resting | undefined;
  /** How often the storage was opened or lost: what was true of it in one of these times need not be so in the next. */
  #age = 0;
  #isLost = false;
  /** Whose agent knows: a storage that comes and goes is told of once. */
  #toldOf: string | undefined;
  /** Called when the browser refuses to keep anything. */
  onLost = (): void => undefined;
  /** Called when the browser took away what was open: the next may be opened at once. */
  onGone = (): void => undefined;
  /** Called when what was written while the inbox was closed is kept: other pages have not been told of it. */
  onCaughtUp = (_identity: string): void => undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Undefined while nothing is kept. */
  get vault(): Vault | undefined {
    return this.#vault;
  }

  get age(): number {
    return this.#age;
  }

  /** True from the moment the browser refused to keep anything until a storage is open again: the state is ahead of it. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Nobody knows yet what is kept. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Another tab was let down by its storage and goes on in memory: what it does with what was kept, no storage tells. */
  lostElsewhere(): void {
    this.#age++;
  }

  /** Whose storage is open or being opened. */
  get identity(): string | undefined {
    return this.#identity;
  }

  /** Opens the storage of an identity and reads what is kept there. An in-page backend has none: nothing is kept. */
  async open(identity: string | undefined): Promise<Kept> {
    const waiting = this.#resting?.identity === identity ? this.#resting?.writes : undefined;
    // Not for `close` to finish.
    if (waiting) this.#resting = undefined;
    this.close();
    this.#identity = identity;
    const {storage} = this.#runtime.ports;
    if (identity === undefined || !storage) return nothingKept;
    const opening = storage.open(identity);
    this.#isOpening = true;
    this.#opening = opening.catch(() => undefined);
    try {
      const vault = await opening;
      if (this.#identity !== identity) {
        vault.close();
        return nothingKept;
      }
      vault.onGone = () => this.#vanish(vault);
      if (waiting) await this.#catchUp(vault, identity, waiting);
      const kept = await vault.load();
      if (this.#identity !== identity) {
        vault.close();
        return nothingKept;
      }
      // Only now: whoever reads it must find what it held in the state.
      this.#vault = vault;
      this.#isOpening = false;
      this.#runtime.commit((state) => (state.keeps = true));
      return kept;
    } catch (error) {
      if (this.#identity === identity) this.#lose(error);
      return nothingKept;
    }
  }

  /** Resolves when it is known whether anything can be kept. */
  async opened(): Promise<void> {
    await this.#opening;
  }

  /** What the state was ahead with is kept again. */
  caughtUp(): void {
    this.#isLost = false;
  }

  /** Resolves when the write is committed, or when it is known that nothing can be kept. Never rejects. */
  async write(change: VaultWrite): Promise<void> {
    await this.#commit(async (vault, isCurrent) => {
      await vault.write(change);
      if (isCurrent()) this.#markKept(change.putDrafts);
    });
    if (this.#lapsed) await this.letGo(change);
  }

  /** Resolves with false when another page has taken the entry out of the storage meanwhile: written again it would leave twice. Never rejects. */
  async update(entry: OutboxEntry): Promise<boolean> {
    let isKept = true;
    await this.#commit(async (vault) => {
      // A storage that is there again after it was lost does not know yet what is in hand.
      if (this.#isLost) await vault.write({putEntries: [entry]});
      else isKept = await vault.update(entry);
    });
    return isKept;
  }

  /** Resolves with false when another page has sent the entry, or begun to: it can't be taken back any more. Never rejects. */
  async takeOut(entry: OutboxEntry, together: VaultWrite): Promise<boolean> {
    let isFree = true;
    const resting = this.#resting;
    const transact = async (vault: Vault) => {
      isFree = this.#isLost || (await vault.takeOut(entry.clientId, (kept) => isUntouched(entry, kept), together));
    };
    // A closed inbox can't tell before its storage is open again.
    if (resting) await new Promise<void>((resolve) => resting.writes.push((vault) => transact(vault).finally(resolve)));
    else await this.#commit(transact);
    if (this.#lapsed) await this.letGo({deleteEntries: [entry.clientId]});
    return isFree;
  }

  /** One transaction, in its turn; nothing where nothing is kept. */
  async #commit(transact: (vault: Vault, isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const resting = this.#resting;
    if (resting) return void resting.writes.push((vault) => transact(vault, () => false));
    const opening = this.#opening;
    const isCurrent = () => opening === this.#opening;
    const committed = opening
      .then((vault) => vault && transact(vault, isCurrent))
      .catch((error: unknown) => {
        if (isCurrent()) this.#lose(error);
      });
    this.#writing.add(committed);
    await committed;
    this.#writing.delete(committed);
  }

  /** Takes out of a storage that keeps nothing more what is done: another page would do it again. */
  async letGo({deleteDrafts = [], deleteEntries = [], deleteChanges = []}: VaultWrite): Promise<void> {
    if (deleteDrafts.length + deleteEntries.length + deleteChanges.length === 0) return;
    // One that does not even do that is denied or gone.
    await this.#lapsed?.write({deleteDrafts, deleteEntries, deleteChanges}).catch(() => undefined);
  }

  /** Resolves when what was written so far is committed. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }

  /** What another tab may have changed; undefined when it can't be read, or was lost meanwhile. */
  async reread(): Promise<Kept | undefined> {
    const vault = this.#vault;
    try {
      const kept = await vault?.load();
      return vault === this.#vault ? kept : undefined;
    } catch (error) {
      if (vault === this.#vault) this.#lose(error);
      return undefined;
    }
  }

  /** @param identity whose; also when its storage is not open, or not yet. */
  async wipe(identity: string | undefined): Promise<void> {
    this.#resting = undefined;
    try {
      const open = this.#vault ?? this.#lapsed ?? (await this.#opening);
      const vault = open ?? (identity === undefined ? undefined : await this.#runtime.ports.storage?.open(identity));
      await vault?.wipe();
      if (!open) vault?.close();
    } catch (error) {
      this.#runtime.ports.log('warn', 'What was kept in the browser could not be wiped', error);
    }
    this.close();
  }

  /** The inbox is closed and may be connected again. */
  rest(): void {
    if (this.#resting) return;
    const identity = this.#identity;
    this.close();
    if (identity !== undefined) this.#resting = {identity, writes: []};
  }

  /** Somebody else has the inbox: what was written until then is kept all the same. */
  async #finish({identity, writes}: Resting): Promise<void> {
    if (writes.length === 0) return;
    try {
      const vault = await this.#runtime.ports.storage?.open(identity);
      if (!vault) return;
      await this.#catchUp(vault, identity, writes);
      vault.close();
    } catch (error) {
      this.#runtime.ports.log('warn', 'What was written while the inbox was closed could not be kept', error);
    }
  }

  async #catchUp(vault: Vault, identity: string, writes: Resting['writes']): Promise<void> {
    for (const write of writes) await write(vault);
    if (writes.length > 0) this.onCaughtUp(identity);
  }

  close(): void {
    this.#age++;
    if (this.#resting) void this.#finish(this.#resting);
    this.#resting = undefined;
    this.#lapsed?.close();
    this.#lapsed = undefined;
    this.#vault?.close();
    this.#vault = undefined;
    this.#identity = undefined;
    this.#opening = Promise.resolve(undefined);
    this.#isOpening = false;
    this.#runtime.commit((state) => {
      state.keeps = false;
      state.draftsKept.clear();
    });
  }

  /** What was typed since is another record, and not kept yet. */
  #markKept(drafts: readonly Draft[] = []): void {
    if (drafts.length === 0) return;
    this.#runtime.commit((state) => {
      for (const draft of drafts) state.draftsKept.put(draftKey(draft.conversationId, draft.kind), draft);
    });
  }

  #vanish(vault: Vault): void {
    if (vault !== this.#vault && vault !== this.#lapsed) return;
    this.close();
    this.#isLost = true;
    this.onGone();
  }

  #lose(error: unknown): void {
    const lapsed = this.#vault;
    const identity = this.#identity;
    this.#vault = undefined;
    this.close();
    this.#lapsed = lapsed;
    this.#isLost = true;
    this.onLost();
    if (this.#toldOf === identity) return;
    this.#toldOf = identity;
    this.#runtime.ports.log('warn', 'The browser keeps nothing for this page; drafts live as long as the page', error);
    this.#runtime.tell({type: 'storage-lost'});
    this.#runtime.notice({type: 'storage-lost'});
  }
}
