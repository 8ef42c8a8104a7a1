import {describe} from './http/app.js';
import {defaultLimits} from './limits.js';
import {Metrics} from './metrics.js';
import {noLog} from './ports/log.js';
import type {Services} from './services.js';

/** The description needs the schemas only; none of these is ever called. */
const idle = new Proxy({}, {get: () => () => Promise.reject(new Error('Nothing runs here'))});

export function openApiText(): string {
  const services = {
    db: idle,
    storage: idle,
    hub: idle,
    auth: () => Promise.reject(new Error('Nobody signs in here')),
    limits: defaultLimits,
    clock: {now: () => 0},
    log: noLog,
    metrics: new Metrics(),
    fetch: globalThis.fetch,
  } as unknown as Services;
  return `${JSON.stringify(describe(services), null, 2)}\n`;
}
