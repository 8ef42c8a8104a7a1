import {openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';
import type {Kept, StoragePort, Vault, VaultWrite} from '../../store/ports.js';

interface Lease {
  readonly owner: string;
  readonly untilMs: number;
}

interface VaultSchema extends DBSchema {
  drafts: {key: string; value: Kept['drafts'][number]};
  entries: {key: string; value: Kept['entries'][number]};
  changes: {key: string; value: Kept['changes'][number]};
  choices: {key: 'choices'; value: NonNullable<Kept['choices']>};
  leases: {key: string; value: Lease};
}

const storeNames = ['drafts', 'entries', 'changes', 'choices', 'leases'] as const;
const writtenNames: ('drafts' | 'entries' | 'changes' | 'choices')[] = ['drafts', 'entries', 'changes', 'choices'];
const schemaVersion = 1;

const databaseName = (identity: string): string => `loop-inbox ${identity}`;

/** IndexedDB: one database for each identity. */
export const idbStorage: StoragePort = {
  async open(identity) {
    const vault: IdbVault = new IdbVault(
      await openDB<VaultSchema>(databaseName(identity), schemaVersion, {
        upgrade: (database) => storeNames.forEach((name) => database.createObjectStore(name)),
        // A later version of this library wants in, or somebody deletes the database: give way.
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          vault.onGone();
        },
        // The site's data was cleared.
        terminated: () => vault.onGone(),
      }),
    );
    vault.forgetLeases().catch(() => undefined); // closed meanwhile
    return vault;
  },
};

/** What was claimed for good stands here one by one: alerts, attempts to send. Nobody asks for them again after a day. */
const dayMs = 86_400_000;

class IdbVault implements Vault {
  onGone = (): void => undefined;
  readonly #database: IDBPDatabase<VaultSchema>;

  constructor(database: IDBPDatabase<VaultSchema>) {
    this.#database = database;
  }

  async load(): Promise<Kept> {
    const transaction = this.#database.transaction(['drafts', 'entries', 'changes', 'choices']);
    const [drafts, entries, changes, choices] = await Promise.all([
      transaction.objectStore('drafts').getAll(),
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('changes').getAll(),
      transaction.objectStore('choices').get('choices'),
      transaction.done,
    ]);
    return {drafts, entries, changes, choices};
  }

  async write(change: VaultWrite): Promise<void> {
    const transaction = this.#database.transaction(writtenNames, 'readwrite');
    await this.#put(transaction, change);
  }

  async takeOut(clientId: string, mayGo: (kept: Kept['entries'][number] | undefined) => boolean, together: VaultWrite): Promise<boolean> {
    const transaction = this.#database.transaction(writtenNames, 'readwrite');
    const isFree = mayGo(await transaction.objectStore('entries').get(clientId));
    if (isFree) await this.#put(transaction, {...together, deleteEntries: [clientId]});
    return isFree;
  }

  async #put(transaction: IDBPTransaction<VaultSchema, typeof writtenNames, 'readwrite'>, change: VaultWrite): Promise<void> {
    const drafts = transaction.objectStore('drafts');
    const entries = transaction.objectStore('entries');
    const changes = transaction.objectStore('changes');
    const asked = [
      ...(change.putDrafts ?? []).map((draft) => drafts.put(draft, `${draft.kind}:${draft.conversationId}`)),
      ...(change.deleteDrafts ?? []).map((key) => drafts.delete(key)),
      ...(change.putEntries ?? []).map((entry) => entries.put(entry, entry.clientId)),
      ...(change.deleteEntries ?? []).map((key) => entries.delete(key)),
      ...(change.putChanges ?? []).map((pending) => changes.put(pending, pending.conversationId)),
      ...(change.deleteChanges ?? []).map((key) => changes.delete(key)),
      ...(change.putChoices ? [transaction.objectStore('choices').put(change.putChoices, 'choices')] : []),
    ];
    // A page that goes away would not be there any more to commit once they are answered.
    transaction.commit();
    await Promise.all([...asked, transaction.done]);
  }

  async update(entry: Kept['entries'][number]): Promise<boolean> {
    const transaction = this.#database.transaction('entries', 'readwrite');
    const isKept = (await transaction.store.getKey(entry.clientId)) !== undefined;
    if (isKept) await transaction.store.put(entry, entry.clientId);
    await transaction.done;
    return isKept;
  }

  async lease(name: string, owner: string, nowMs: number, untilMs: number): Promise<boolean> {
    const transaction = this.#database.transaction('leases', 'readwrite');
    const held = await transaction.store.get(name);
    const free = !held || held.owner === owner || held.untilMs <= nowMs;
    if (free) await transaction.store.put({owner, untilMs}, name);
    await transaction.done;
    return free;
  }

  async forgetLeases(): Promise<void> {
    const transaction = this.#database.transaction('leases', 'readwrite');
    for (let row = await transaction.store.openCursor(); row; row = await row.continue()) {
      if (row.value.untilMs < Date.now() - dayMs) await row.delete();
    }
    await transaction.done;
  }

  async wipe(): Promise<void> {
    const transaction = this.#database.transaction(storeNames, 'readwrite');
    await Promise.all([...storeNames.map((name) => transaction.objectStore(name).clear()), transaction.done]);
  }

  close(): void {
    this.#database.close();
  }
}
