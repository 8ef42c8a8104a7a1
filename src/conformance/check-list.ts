import type {Level} from './check.js';
import {checks, type CheckId} from './checks/index.js';

export interface CheckInfo {
  readonly id: CheckId;
  readonly level: Level;
  readonly title: string;
}

/** Every check of the suite by name, e.g. for a table in a document. */
export const checkList = (): readonly CheckInfo[] => checks.map(({id, level, title}) => ({id, level, title}));
