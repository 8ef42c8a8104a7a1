// Counts what is listened for on the page itself. Before any other script.
globalThis.listeners = 0;
for (const target of [window, document]) {
  const known = new Map();
  const idOf = (type, listener, options) => {
    const capture = typeof options === 'object' ? Boolean(options?.capture) : Boolean(options);
    const ofType = known.get(`${type} ${capture}`) ?? known.set(`${type} ${capture}`, new Set()).get(`${type} ${capture}`);
    return {ofType, listener};
  };
  const {addEventListener, removeEventListener} = target;
  target.addEventListener = function (type, listener, options) {
    const {ofType} = idOf(type, listener, options);
    if (listener && !ofType.has(listener)) {
      ofType.add(listener);
      globalThis.listeners++;
      const forget = () => ofType.delete(listener) && globalThis.listeners--;
      options?.signal?.addEventListener('abort', forget, {once: true});
    }
    return addEventListener.call(target, type, listener, options);
  };
  target.removeEventListener = function (type, listener, options) {
    if (idOf(type, listener, options).ofType.delete(listener)) globalThis.listeners--;
    return removeEventListener.call(target, type, listener, options);
  };
}
