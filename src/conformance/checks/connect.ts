import type {AdapterContext, Feature, Session} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects, NotProven, settled} from '../claims.js';
import {groupMethods} from '../groups.js';

export const connectChecks = defineChecks([
  {
    id: 'connect/identity',
    level: 'core',
    title: 'says who the agent is, and names backend, account and agent the same way each time',
    run: async (t) => {
      const again = await t.connect();
      const other = await t.other();
      for (const {me} of [t.session, other]) {
        claim(typeof me.id === 'string' && me.id !== '', '`me.id` is a string that is not empty');
        claim(typeof me.name === 'string' && me.name !== '', '`me.name` is a string that is not empty');
      }
      claimEqual(again.me.id, t.session.me.id, '`me.id` is the same after a new connect');
      claim(other.me.id !== t.session.me.id, 'the second agent has an id of their own in `me`');
      if (t.session.identity === undefined) return;
      claim(t.session.identity !== '', '`identity` is absent or not empty');
      claimEqual(again.identity, t.session.identity, '`identity` is the same after a new connect');
      claim(other.identity !== t.session.identity, '`identity` differs between two agents: it names what is kept in the browser');
    },
  },
  {
    id: 'connect/capabilities-frozen',
    level: 'core',
    title: 'declares complete capabilities that stay as they are for the life of the session',
    run: async (t) => {
      const {capabilities} = t.session;
      const before = JSON.stringify(capabilities);
      claim(capabilities.kinds.includes('reply'), "`kinds` holds 'reply'");
      claim(capabilities.sorts.length > 0, '`sorts` names at least one order');
      claim(capabilities.bodyFormats.length > 0, '`bodyFormats` names at least one format');
      for (const state of ['active', 'archived'] as const) {
        claim(capabilities.states.includes(state), `\`states\` holds '${state}'`);
      }
      const id = await t.conversation();
      await t.reply(id, t.words('On its way.'));
      await t.session.setState(id, 'archived', {});
      claimEqual(JSON.stringify(t.session.capabilities), before, '`capabilities` are the same after a reply and an archive');
    },
  },
  {
    id: 'connect/active-view-exists',
    level: 'core',
    title: "declares a view with role 'active', and every view it declares can be listed",
    run: async (t) => {
      const {views} = t.session.capabilities;
      claim(views.some(({role}) => role === 'active'), "one of `capabilities.views` has role 'active'");
      const ids = views.map(({id}) => id);
      claimEqual(new Set(ids).size, ids.length, 'each view has an id of its own');
      for (const view of ids) {
        const page = await t.session.listConversations({view, limit: 1}, {});
        claim(Array.isArray(page.items), `the view '${view}' answers a page with \`items\``);
      }
    },
  },
  {
    id: 'connect/features-within-declared',
    level: 'core',
    title: 'offers whole groups, and those that its capabilities speak of',
    run: async ({session}) => {
      for (const [feature, methods] of Object.entries(groupMethods) as [Feature, readonly string[]][]) {
        const group = session[feature] as Readonly<Record<string, unknown>> | undefined;
        if (group === undefined) continue;
        for (const method of methods) {
          claim(typeof group[method] === 'function', `the group '${feature}' has the method ${method}()`);
        }
      }
      for (const [holds, sentence] of agreements(session)) claim(holds, sentence);
    },
  },
  {
    id: 'connect/bad-token-is-auth',
    level: 'core',
    title: 'refuses a token that the backend does not know, with `auth`',
    run: async (t) => {
      const agent = t.setup.agents[0];
      if (!agent.getToken) throw new NotProven('the agents of the target have no getToken');
      const context: AdapterContext = {...agent, getToken: () => `nobody-${t.key()}`};
      await claimRejects(t.connect(context), 'auth', 'connect() with an unknown token is refused');
    },
  },
  {
    id: 'connect/abort-before-and-during',
    level: 'core',
    title: "stops connecting when the signal is aborted, and rejects with the signal's reason",
    run: async (t) => {
      for (const when of ['before', 'during'] as const) {
        const controller = new AbortController();
        const reason = new Error('the page is being left');
        if (when === 'before') controller.abort(reason);
        const connecting = settled(t.setup.adapter.connect(t.setup.agents[0], {signal: controller.signal}));
        controller.abort(reason);
        const outcome = await connecting;
        if ('value' in outcome) {
          await (outcome.value as Session).close();
          claim(when === 'during', 'connect() with an aborted signal rejects; it gave a session');
        } else {
          claim(outcome.error === reason, `connect() aborted ${when} it began rejects with the reason of its signal`);
        }
      }
    },
  },
  {
    id: 'connect/two-sessions-independent',
    level: 'core',
    title: 'keeps two sessions apart: closing one leaves the other working',
    run: async (t) => {
      const id = await t.conversation();
      const other = await t.other();
      const watcher = await t.follow();
      await other.close();
      claimEqual((await t.session.getConversation(id, {})).id, id, 'the first session still answers');
      const message = await t.seed.incoming(id, t.words('Hello?'));
      await watcher.event(
        (event) =>
          (event.type === 'message.upserted' && event.message.id === message.id) ||
          (event.type === 'conversation.touched' && event.id === id),
        'the first session still hears events after the second was closed',
      );
    },
  },
]);

/** What capabilities and groups say about each other. */
function agreements(session: Session): readonly (readonly [boolean, string])[] {
  const {capabilities} = session;
  return [
    [
      (session.lookup !== undefined) === (capabilities.idempotentSend === 'lookup'),
      "the group 'lookup' is there exactly when `idempotentSend` is 'lookup'",
    ],
    [
      capabilities.attachments?.mode !== 'upload-first' || session.upload !== undefined,
      "attachments of mode 'upload-first' come with the group 'upload'",
    ],
    [session.upload === undefined || capabilities.attachments !== undefined, "the group 'upload' comes with `attachments`"],
    [
      (session.tickets !== undefined) === (capabilities.tickets !== undefined),
      "the group 'tickets' is there exactly when `capabilities.tickets` is",
    ],
    [
      capabilities.snooze === undefined || capabilities.states.includes('snoozed'),
      "`snooze` is declared only where `states` holds 'snoozed'",
    ],
    [
      session.notifications === undefined || capabilities.events.types.includes('notification.upserted'),
      "the group 'notifications' comes with the event 'notification.upserted'",
    ],
    [
      session.automation === undefined || capabilities.views.some(({role}) => role === 'automated'),
      "the group 'automation' comes with a view of role 'automated'",
    ],
    [
      new Set(capabilities.events.types).size === capabilities.events.types.length,
      '`events.types` names each type once',
    ],
  ];
}
