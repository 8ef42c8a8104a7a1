import type {Conversation, ConversationQuery, Cursor, Id, Message, Page, Session} from '../contract/index.js';
import {claim, NotProven} from './claims.js';

/** More pages than any list of a test backend has; a walk that goes on longer would never end. */
const maxPages = 200;

/** Pages of a list from its beginning to its end. */
export async function listPages(session: Session, query: ConversationQuery): Promise<readonly Page<Conversation>[]> {
  const pages: Page<Conversation>[] = [];
  const seen = new Set<Cursor>();
  let cursor = query.cursor;
  do {
    const page = await session.listConversations({...query, cursor}, {});
    pages.push(page);
    cursor = page.next;
    if (cursor !== undefined) {
      claim(!seen.has(cursor), `listConversations() comes to an end; the cursor ${cursor} was given twice`);
      seen.add(cursor);
    }
    if (pages.length > maxPages) throw new NotProven(`the list '${query.view}' has more than ${maxPages} pages: seed less`);
  } while (cursor !== undefined);
  return pages;
}

export const readList = async (session: Session, query: ConversationQuery): Promise<readonly Conversation[]> =>
  (await listPages(session, query)).flatMap((page) => page.items);

/** Pages of a thread from the latest back to the first, as they were answered. */
export async function pagesBack(session: Session, id: Id, limit?: number): Promise<readonly Page<Message>[]> {
  const pages: Page<Message>[] = [];
  let page = await session.listMessages(id, {limit}, {});
  pages.push(page);
  while (page.prev !== undefined) {
    claim(pages.length <= maxPages, 'walking back by `prev` comes to the start of the conversation');
    page = await session.listMessages(id, {limit, before: page.prev}, {});
    pages.push(page);
  }
  return pages;
}

/** Pages of a thread after `page`, forward to the end. */
export async function pagesOn(session: Session, id: Id, page: Page<Message>, limit?: number): Promise<readonly Page<Message>[]> {
  const pages: Page<Message>[] = [];
  let {next} = page;
  while (next !== undefined) {
    claim(pages.length <= maxPages, 'walking on by `next` comes to the end of the conversation');
    const following = await session.listMessages(id, {limit, after: next}, {});
    // A position after the newest message may be told, to go on from when there is more.
    if (following.items.length === 0) break;
    pages.push(following);
    next = following.next;
  }
  return pages;
}

/** All messages of a conversation, oldest first. */
export const readThread = async (session: Session, id: Id): Promise<readonly Message[]> =>
  (await pagesBack(session, id)).toReversed().flatMap((page) => page.items);

/** Every entry that occurs more than once. */
export const repeated = (ids: readonly Id[]): readonly Id[] => ids.filter((id, index) => ids.indexOf(id) !== index);
