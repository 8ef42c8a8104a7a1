import type {OptionalFeatures} from '../../../contract/index.js';
import {notFound} from '../backend/errors.js';
import {keysetPage} from '../backend/keyset.js';
import {removeNotifications, setRead} from '../backend/notifications.js';
import {handOff} from '../writes/automation.js';
import {clearEscalation, escalate} from '../writes/escalations.js';
import {author, shown, writable, type FeatureContext} from './context.js';

export const notifications = ({desk, agentId}: FeatureContext): OptionalFeatures['notifications'] => {
  const known = (id: string) => {
    if (!desk.notifications.get(agentId, id)) throw notFound('notification', id);
    return id;
  };
  return {
    list: async ({unread, cursor, limit}) => {
      const mine = [...desk.notifications.of(agentId).values()];
      const wanted = unread === undefined ? mine : mine.filter(({readAt}) => !readAt === unread);
      const page = keysetPage(wanted, ({createdAt, id}) => [createdAt, id], cursor, limit);
      return {...page, unread: desk.notifications.unread(agentId)};
    },
    markRead: async (ids) => {
      const wanted = ids === 'all' ? [...desk.notifications.of(agentId).keys()] : ids;
      for (const id of wanted) setRead(desk, agentId, id, desk.now());
    },
    markUnread: async (id) => setRead(desk, agentId, known(id), null),
    remove: async (ids) => removeNotifications(desk, agentId, ids),
  };
};

export const escalations = (context: FeatureContext): OptionalFeatures['escalations'] => {
  const {desk, agentId} = context;
  return {
    list: async (conversationId) =>
      desk.conversation(conversationId, agentId).escalationIds.flatMap((id) => desk.escalations.get(id) ?? []),
    raise: async (conversationId, escalation) =>
      escalate(desk, writable(context, conversationId, 'escalate'), author(context), escalation),
    clear: async (id) => {
      const escalation = desk.escalations.get(id);
      if (!escalation) throw notFound('escalation', id);
      clearEscalation(desk, writable(context, escalation.conversationId, 'escalate'), author(context), escalation);
    },
  };
};

export const automation = (context: FeatureContext): OptionalFeatures['automation'] => ({
  handOff: async (conversationId, to) => {
    const row = writable(context, conversationId, 'hand-off');
    handOff(context.desk, row, to, author(context));
    return shown(context, row);
  },
});
