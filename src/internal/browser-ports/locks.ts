import type {LockPort} from '../../store/ports.js';

/** Web Locks; undefined on insecure pages, which have none. */
export const browserLocks = (): LockPort | undefined => {
  const {locks} = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks) return undefined;
  /** The holder's own promise is rejected when another tab steals the lock; the work goes on and has to be told. */
  const request = async <T>(name: string, options: LockOptions, work: (stolen: AbortSignal) => Promise<T>): Promise<T> => {
    const ending = new AbortController();
    const held = locks.request(name, options, () => work(ending.signal));
    return held.catch((error: unknown) => {
      ending.abort(error);
      throw error;
    });
  };
  return {
    hold: (name, signal, work) => request(name, {signal}, work),
    steal: (name, work) => request(name, {steal: true}, work),
  };
};
