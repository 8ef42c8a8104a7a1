import {openDB, type DBSchema, type IDBPDatabase} from 'idb';
import type {PersistPort} from './options.js';

interface Desks extends DBSchema {
  desks: {key: string; value: unknown};
}

/** Keeps a desk in the browser's IndexedDB, under its name. The last page that writes wins. */
export function browserPort(name: string): PersistPort {
  return {
    name,
    load: () => withDesks((desks) => desks.get('desks', name)),
    save: (snapshot) => withDesks(async (desks) => void (await desks.put('desks', snapshot, name))),
  };
}

/** Opened for each use: an open database would keep another tab from upgrading or deleting it. */
async function withDesks<T>(use: (desks: IDBPDatabase<Desks>) => Promise<T>): Promise<T> {
  const desks = await openDB<Desks>('loop-inbox-desks', 1, {upgrade: (database) => void database.createObjectStore('desks')});
  try {
    return await use(desks);
  } finally {
    desks.close();
  }
}
