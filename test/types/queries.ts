import type {MessageQuery} from '../../src/contract/index.js';
import {core} from './parts.js';

// One position at most.
export const queries: readonly MessageQuery[] = [{}, {limit: 20}, {before: 'b'}, {after: 'a', limit: 20}, {around: 'm1'}];

// @ts-expect-error before and after exclude each other
export const both: MessageQuery = {before: 'b', after: 'a'};
// @ts-expect-error before and around exclude each other
export const beforeAround: MessageQuery = {before: 'b', around: 'm1'};
// @ts-expect-error after and around exclude each other
export const afterAround: MessageQuery = {after: 'a', around: 'm1'};

void core.listMessages('c1', {around: 'm1', limit: 20}, {});

// @ts-expect-error the view is missing
void core.listConversations({}, {});
// @ts-expect-error there is no such filter
void core.listConversations({view: 'active', filter: {status: 'open'}}, {});
// @ts-expect-error there is no such order
void core.listConversations({view: 'active', sort: 'newest'}, {});
