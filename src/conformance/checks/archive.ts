import {defineChecks} from '../check.js';
import {claim, claimEqual} from '../claims.js';
import {declared, declaredIf} from '../needs.js';
import {makeNotification, notificationsOf} from '../notifying.js';

export const archiveChecks = defineChecks([
  {
    id: 'state/archive-clears-notifications',
    level: 'core',
    title: "removes a conversation's notifications when it is archived, unless it declares 'no'",
    run: async (t) => {
      const declares = t.session.capabilities.archive.clearsNotifications;
      declaredIf(declares !== 'no', "`archive.clearsNotifications` is 'no'");
      const id = await t.conversation();
      await makeNotification(t, id);
      await t.session.setState(id, 'archived', {});
      await t.eventually('no notification of an archived conversation is left', async () => (await notificationsOf(t, id)).length === 0);
    },
  },
  {
    id: 'state/archive-clears-escalations',
    level: 'feature',
    title: "removes a conversation's escalations when it is archived",
    run: async (t) => {
      const escalations = declared(t.session, 'escalations');
      const id = await t.conversation();
      const raised = await escalations.raise(id, {reason: 'Waits too long'}, {});
      claimEqual(raised.conversationId, id, 'an escalation names its conversation');
      claimEqual((await escalations.list(id, {})).map((one) => one.id), [raised.id], 'a raised escalation is listed');
      claimEqual((await t.session.getConversation(id, {})).escalated, true, 'an escalated conversation says so');
      await t.session.setState(id, 'archived', {});
      claimEqual(await escalations.list(id, {}), [], 'no escalation of an archived conversation is left');
      claim(!(await t.session.getConversation(id, {})).escalated, 'an archived conversation is not escalated');
    },
  },
  {
    id: 'state/removed-ids-reported',
    level: 'core',
    title: 'names in `removed` the notifications and escalations that archiving removed',
    run: async (t) => {
      const {escalations, notifications, capabilities} = t.session;
      const clears = notifications !== undefined && capabilities.archive.clearsNotifications !== 'no';
      declaredIf(clears || escalations, 'archiving has nothing to remove');
      const id = await t.conversation();
      const raised = await escalations?.raise(id, {reason: 'Waits too long'}, {});
      if (clears) await makeNotification(t, id);
      const told = clears ? await notificationsOf(t, id) : [];
      const {removed} = await t.session.setState(id, 'archived', {});
      if (raised) claim(removed?.escalations?.includes(raised.id), '`removed.escalations` names the escalation that was raised');
      const missing = told.filter((one) => !removed?.notifications?.includes(one));
      claimEqual(missing, [], '`removed.notifications` names every notification that was there');
    },
  },
]);
