/**
 * Stands between the inbox and an adapter and makes the backend unreachable, or the session expired, while a switch is on.
 * A host needs nothing of this; it lets the page show what an agent sees then.
 *
 * @returns the adapter to use, and `begin` and `end` for 'offline' and 'signed-out'.
 */
export function withTrouble(adapter, AdapterError) {
  const troubles = new Set();
  const openStreams = new Set();

  const error = () =>
    troubles.has('offline')
      ? new AdapterError({code: 'network', message: 'The backend cannot be reached', applied: 'no'})
      : new AdapterError({code: 'auth', reason: 'expired', message: 'The session has expired'});
  const check = () => {
    if (troubles.size) throw error();
  };

  /** The same stream, until a trouble begins. */
  async function* stream(events) {
    const iterator = events[Symbol.asyncIterator]();
    let cut;
    const broken = new Promise((_resolve, reject) => (cut = () => reject(error())));
    broken.catch(() => {});
    openStreams.add(cut);
    try {
      for (;;) {
        const {done, value} = await Promise.race([iterator.next(), broken]);
        if (done) return;
        yield value;
      }
    } finally {
      openStreams.delete(cut);
      void iterator.return?.();
    }
  }

  /** A session, or one of its groups, whose calls fail while there is trouble. */
  const guarded = (target) =>
    new Proxy(target, {
      get(_target, key) {
        const value = Reflect.get(target, key, target);
        if (key === 'close') return value.bind(target);
        if (key === 'watch') return value?.bind(target);
        if (key === 'events') {
          return (options) => {
            check();
            return stream(target.events(options));
          };
        }
        if (typeof value === 'function') {
          return async (...args) => {
            check();
            return value.apply(target, args);
          };
        }
        const isGroup = typeof value === 'object' && value !== null && Object.values(value).some((member) => typeof member === 'function');
        return isGroup ? guarded(value) : value;
      },
    });

  return {
    adapter: {
      ...adapter,
      connect: async (context, options) => {
        check();
        return guarded(await adapter.connect(context, options));
      },
    },
    begin(trouble) {
      troubles.add(trouble);
      for (const cut of [...openStreams]) cut();
    },
    end: (trouble) => void troubles.delete(trouble),
  };
}
