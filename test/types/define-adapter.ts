import {defineAdapter, type Adapter, type Feature, type Session, type SessionOf} from '../../src/contract/index.js';
import {core, facts, groups, holds, type Same} from './parts.js';

const {counts, tags} = groups;

// An adapter without any optional group.
export const plain = defineAdapter({name: 'plain', features: [], connect: async () => ({...core, ...facts})});
holds<Same<typeof plain, Adapter>>();

// What is declared is there.
defineAdapter({name: 'tags', features: ['tags'], connect: async () => ({...core, ...facts, tags})});

// A session may leave a declared group out, but has to say so.
defineAdapter({name: 'tags', features: ['tags'], connect: async () => ({...core, ...facts, tags: undefined})});

// Declared and missing.
// @ts-expect-error the group 'tags' is declared and not implemented
defineAdapter({name: 'tags', features: ['tags'], connect: async () => ({...core, ...facts})});

// Declared, and half of it missing.
// @ts-expect-error the group 'tags' has no set()
defineAdapter({name: 'tags', features: ['tags'], connect: async () => ({...core, ...facts, tags: {list: tags.list}})});

// There and not declared.
// @ts-expect-error the group 'counts' is implemented and not declared
defineAdapter({name: 'tags', features: ['tags'], connect: async () => ({...core, ...facts, tags, counts})});

// A feature that does not exist.
// @ts-expect-error there is no feature 'tag'
defineAdapter({name: 'tags', features: ['tag'], connect: async () => ({...core, ...facts})});

// Without the core it is no session.
// @ts-expect-error listConversations() and the rest of the core are missing
defineAdapter({name: 'empty', features: [], connect: async () => ({...facts})});

// Features found at run time are checked too.
const some: readonly Feature[] = ['tags'];
// @ts-expect-error any feature may be meant, so each has to be there or be undefined
defineAdapter({name: 'some', features: some, connect: async () => ({...core, ...facts, tags})});

// The inbox sees every session alike: a group is there or not.
declare const session: SessionOf<'tags'>;
const seen: Session = session;
void seen.tags?.list({});
// @ts-expect-error a group may be absent
void seen.tags.list({});
