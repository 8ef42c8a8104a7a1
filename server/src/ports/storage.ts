import {mkdir, readFile, rm, writeFile, rename} from 'node:fs/promises';
import {join} from 'node:path';

/** Where the bytes of attachments are kept, apart from the database. Keys are made by the server. */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** undefined: not there. */
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}

/** A folder; shared by all nodes when there are several. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[\w-]+\/[\w-]+$/.test(key)) throw new Error(`Not a key of the storage: ${key}`);
    return join(folder, key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(join(path, '..'), {recursive: true});
      // A node that dies while writing leaves no half file under the real name.
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), {force: true}),
  };
}

export function memoryStorage(): Storage {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key),
    remove: async (key) => void files.delete(key),
  };
}
