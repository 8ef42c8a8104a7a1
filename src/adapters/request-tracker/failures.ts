import {AdapterError} from '../../contract/index.js';

/** Refused before anything is sent. */
export const invalid = (path: string, message: string): AdapterError =>
  new AdapterError({code: 'validation', issues: [{path, message}], message});

export const unsupported = (feature: string, message: string): AdapterError =>
  new AdapterError({code: 'unsupported', feature, message});

export const missing = (what: string): AdapterError =>
  new AdapterError({code: 'not-found', what, message: `There is no such ${what}`});

/** A position in a list that this adapter did not make, or made for another list. */
export const foreignCursor = (): AdapterError => invalid('cursor', 'This position was not made for this list');
