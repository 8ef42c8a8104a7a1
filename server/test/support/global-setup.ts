import type {TestProject} from 'vitest/node';
import {startCluster} from './postgres-cluster.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the PostgreSQL that all files share; empty where none is installed. */
    readonly postgres: string;
  }
}

/** One PostgreSQL for all files; each has a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  if (!cluster) console.warn('not run: PostgreSQL is not installed');
  project.provide('postgres', (await cluster?.database()) ?? '');
  return async () => cluster?.stop();
}
