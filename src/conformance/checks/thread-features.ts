import {bodyOf, readable} from '../bodies.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual} from '../claims.js';
import {declared, declaredIf} from '../needs.js';

const activityTypes = [
  'state',
  'assigned',
  'tagged',
  'priority',
  'ticket',
  'escalated',
  'escalation-cleared',
  'handed',
  'other',
] as const;

export const threadFeatureChecks = defineChecks([
  {
    id: 'automation/hand-off-moves-view',
    level: 'feature',
    title: 'moves a conversation between the automated and the active view when it is taken over and handed back',
    run: async (t) => {
      const automation = declared(t.session, 'automation');
      const automated = t.view('automated');
      claim(automated !== undefined, "the group 'automation' comes with a view of role 'automated'");
      const active = t.view('active') ?? '';
      const id = await t.conversation({automated: true});
      await t.eventually('an automated conversation is in the automated view', async () => (await t.ids({view: automated})).includes(id));
      const taken = await automation.handOff(id, 'agent', {});
      claimEqual(taken.state, 'active', 'a conversation that was taken over is active');
      await t.eventually('it is in the active view', async () => (await t.ids({view: active})).includes(id));
      claim(!(await t.ids({view: automated})).includes(id), 'it is not in the automated view');
      const back = await automation.handOff(id, 'bot', {});
      claimEqual(back.state, 'automated', 'a conversation that was handed back is automated');
      await t.eventually('it is in the automated view again', async () => (await t.ids({view: automated})).includes(id));
    },
  },
  {
    id: 'activity/typed',
    level: 'core',
    title: 'tells activities by type, so that they can be said in the language of the agent',
    run: async (t) => {
      const id = await t.conversation();
      await t.session.assignment?.assign(id, {agentId: t.session.me.id}, {});
      await t.session.setState(id, 'archived', {});
      const activities = (await t.thread(id)).filter(({kind}) => kind === 'activity');
      declaredIf(activities.length > 0, 'threads hold no activities');
      for (const {activity, delivery} of activities) {
        claim(activity && activityTypes.includes(activity.type), `\`activity.type\` is one of ${activityTypes.join(', ')}`);
        claimEqual(delivery, undefined, 'an activity has no `delivery`');
      }
      const archived = activities.find(({activity}) => activity?.type === 'state');
      if (archived?.activity?.type !== 'state') return;
      claimEqual(archived.activity.to, 'archived', 'the activity of an archive says where the conversation went');
    },
  },
  {
    id: 'message/edit',
    level: 'feature',
    title: 'changes the words of a message in place and says so',
    run: async (t) => {
      const {edit} = declared(t.session, 'editMessage');
      const id = await t.conversation();
      const {message} = await t.reply(id, t.words('Yuo are right'));
      const words = t.words('You are right');
      const watcher = await t.follow(await t.other());
      const edited = await edit(id, message.id, bodyOf(t.session, words), {});
      claimEqual(readable(edited.body), words, 'edit() answers the message with the new words');
      claim(edited.editedAt, 'an edited message has `editedAt`');
      claimEqual([edited.id, edited.order], [message.id, message.order], 'an edited message keeps its id and its place');
      claimEqual((await t.thread(id)).find((one) => one.id === message.id)?.body.value, edited.body.value, 'the new words are listed');
      await watcher.event(
        (one) =>
          (one.type === 'message.upserted' && one.message.id === message.id && readable(one.message.body) === words) ||
          (one.type === 'conversation.touched' && one.id === id),
        'the edited message is told to a colleague',
      );
    },
  },
]);
