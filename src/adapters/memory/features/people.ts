import type {OptionalFeatures} from '../../../contract/index.js';
import {agentOf} from '../backend/projection.js';
import {setAvailability} from '../writes/people.js';
import {author, type FeatureContext} from './context.js';

/** The others forget it after this time unless it is said again. */
const typingTtlMs = 6_000;

export const typing = (context: FeatureContext): OptionalFeatures['typing'] => ({
  set: async (conversationId, on, kind) => {
    const {desk, agentId} = context;
    desk.conversation(conversationId, agentId);
    desk.tell(conversationId, agentId, {
      type: 'typing',
      conversationId,
      author: author(context),
      kind,
      on,
      ttlMs: on ? typingTtlMs : 0,
    });
  },
});

export const presence = ({desk, agentId}: FeatureContext): OptionalFeatures['presence'] => ({
  set: async (conversationId, doing) => {
    desk.conversation(conversationId, agentId);
    desk.presence.set(conversationId, agentId, doing);
  },
});

export const availability = ({desk, agentId}: FeatureContext): OptionalFeatures['availability'] => ({
  set: async (to) => setAvailability(desk, agentId, to),
});

export const directory = ({desk}: FeatureContext): OptionalFeatures['directory'] => ({
  agents: async ({text = '', conversationId, limit}) => {
    const wanted = text.trim().toLowerCase();
    const row = conversationId === undefined ? undefined : desk.conversation(conversationId);
    return [...desk.agents.values()]
      .filter((agent) => !row || desk.sees(agent.id, row))
      .filter(({name, email = ''}) => name.toLowerCase().includes(wanted) || email.toLowerCase().includes(wanted))
      .slice(0, limit)
      .map(agentOf);
  },
});
