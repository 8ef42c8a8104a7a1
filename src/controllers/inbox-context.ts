import {createContext} from '@lit/context';
import type {Inbox} from '../store/inbox.js';

/** Where elements find their inbox. Its value is a stable reference, never data. Elements of another contract number don't meet it. */
export const inboxContext = createContext<Inbox | undefined>(Symbol.for('loop-inbox/contract-1'));

/** Elements that provide an inbox; those inside them ask again once these are defined. */
export const providerTags = ['loop-inbox', 'loop-provider'] as const;
