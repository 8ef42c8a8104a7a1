import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects} from '../claims.js';
import {hook} from '../needs.js';
import {claimConversation, claimMessage} from '../shapes.js';

export const entityChecks = defineChecks([
  {
    id: 'list/row-equals-get',
    level: 'core',
    title: 'tells the same of a conversation in a list and by itself',
    run: async (t) => {
      const id = await t.conversation();
      await t.eventually('the conversation is in the active view', async () => {
        const {items} = await t.session.listConversations({view: t.view('active') ?? '', limit: 100}, {});
        const row = items.find((one) => one.id === id);
        if (!row) return false;
        const one = await t.session.getConversation(id, {});
        for (const key of ['state', 'subject', 'channel', 'contact', 'assignee', 'priority', 'tags', 'topic', 'unread', 'activityAt', 'createdAt', 'version', 'rev'] as const) {
          claimEqual<unknown>(row[key], one[key], `\`${key}\` of a row equals that of getConversation()`);
        }
        return true;
      });
    },
  },
  {
    id: 'get/not-found',
    level: 'core',
    title: 'answers `not-found` for a conversation that does not exist',
    run: async (t) => {
      await claimRejects(t.session.getConversation(t.key(), {}), 'not-found', 'getConversation() of an unknown id is refused');
    },
  },
  {
    id: 'get/forbidden-not-leaked-as-data',
    level: 'core',
    title: 'gives nothing of a conversation that the agent may not see',
    run: async (t) => {
      const {id} = await hook(t.seed, 'hidden')();
      const refused = ['forbidden', 'not-found'] as const;
      await claimRejects(t.session.getConversation(id, {}), refused, 'getConversation() of a hidden conversation is refused');
      await claimRejects(t.session.listMessages(id, {}, {}), refused, 'listMessages() of a hidden conversation is refused');
      const reply = t.newMessage(id, t.words('Not for me'));
      await claimRejects(t.session.sendMessage(reply, {}), refused, 'sendMessage() to a hidden conversation is refused');
      for (const {id: view} of t.session.capabilities.views) {
        claim(!(await t.ids({view})).includes(id), `a hidden conversation is not in the view '${view}'`);
      }
    },
  },
  {
    id: 'entity/required-fields-and-iso-times',
    level: 'core',
    title: 'fills every required field, with times as ISO 8601 with a zone',
    run: async (t) => {
      const id = await t.conversation();
      await t.reply(id, t.words('On its way.'));
      for (const {id: view} of t.session.capabilities.views) {
        const {items} = await t.session.listConversations({view, limit: 20}, {});
        items.forEach(claimConversation);
      }
      claimConversation(await t.session.getConversation(id, {}));
      (await t.thread(id)).forEach(claimMessage);
    },
  },
  {
    id: 'entity/ids-are-strings-and-stable',
    level: 'core',
    title: 'names records by strings that stay the same',
    run: async (t) => {
      const id = await t.conversation();
      await t.reply(id, t.words('On its way.'));
      const read = async (session = t.session) => {
        const conversation = await session.getConversation(id, {});
        const messages = (await t.thread(id, session)).map((message) => message.id);
        return [conversation.id, conversation.contact.id, ...messages, ...conversation.tags.map((tag) => tag.id)];
      };
      const ids: readonly unknown[] = await read();
      for (const one of ids) claim(typeof one === 'string' && one !== '', `an id is a string that is not empty, not ${typeof one} ${String(one)}`);
      claimEqual(await read(), ids as string[], 'ids are the same when read again');
      claimEqual(await read(await t.connect()), ids as string[], 'ids are the same for a new session');
    },
  },
]);
