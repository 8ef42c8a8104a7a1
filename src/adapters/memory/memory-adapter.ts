import {defineAdapter, type Adapter} from '../../contract/index.js';
import {memoryFeatures} from './features/index.js';
import {DeskHost} from './desk-host.js';
import type {MemoryAdapterOptions} from './options.js';
import {outsideWorld, type OutsideWorld} from './outside.js';

/** An adapter with its backend inside; `backend` acts on it from outside, as customers and colleagues do. */
export interface MemoryAdapter extends Adapter {
  readonly backend: OutsideWorld;
}

/** A real backend kept in memory: one desk, shared by all sessions of this adapter. Nothing is loaded before the first of them. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const host = new DeskHost(options);
  const adapter = defineAdapter({
    name: 'memory',
    features: memoryFeatures,
    connect: (context, {signal}) => host.connect(context, signal),
  });
  return {...adapter, backend: outsideWorld(() => host.desk())};
}
