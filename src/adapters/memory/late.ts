import type {Adapter} from '../../contract/index.js';
import type {MemoryAdapter} from './memory-adapter.js';
import type {MemoryAdapterOptions} from './options.js';

/**
 * The memory adapter, its code loaded when it is first used: a page that has a backend never pays for it.
 */
export function createMemoryAdapter(options?: MemoryAdapterOptions): MemoryAdapter {
  let loading: Promise<MemoryAdapter> | undefined;
  const load = () =>
    (loading ??= import('./index.js').then(
      (memory) => memory.createMemoryAdapter(options),
      (error: unknown) => {
        // The next call asks for the file again.
        loading = undefined;
        throw error;
      },
    ));
  const connect: Adapter['connect'] = async (context, callOptions) => (await load()).connect(context, callOptions);
  const backend = lateMethods(async () => (await load()).backend, {
    as: (agentId: string) => lateMethods(async () => (await load()).backend.as(agentId)),
  });
  return {name: 'memory', contract: 1, connect, backend};
}

/** Stands in for an object whose methods all answer promises; `now` are those that don't. */
function lateMethods<T extends object>(load: () => Promise<T>, now: Partial<T> = {}): T {
  return new Proxy(now as T, {
    get: (known, name, receiver) => {
      if (name in known) return Reflect.get(known, name, receiver) as unknown;
      return async (...given: unknown[]) => {
        const target = await load();
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        return method.apply(target, given);
      };
    },
  });
}
