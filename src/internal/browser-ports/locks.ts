import type {LockPort} from '../../store/ports.js';

/** Web Locks; undefined on insecure pages, which have none. */
export const browserLocks = (): LockPort | undefined => {
  const {locks} = navigator as Partial<Pick<Navigator, 'locks'>>;
  return locks && {request: async (name, options, work) => locks.request(name, options, work)};
};
