import type {OptionalFeatures, Tag} from '../../../contract/index.js';
import {invalid} from '../backend/errors.js';
import {agentOf} from '../backend/projection.js';
import {assign, setPriority, setTags} from '../writes/labels.js';
import {author, shown, writable, type FeatureContext} from './context.js';

const priorities: readonly unknown[] = ['low', 'medium', 'high', 'urgent', null];

export const tags = (context: FeatureContext): OptionalFeatures['tags'] => ({
  list: async () => [...context.desk.tags.values()],

  set: async (id, change, {ifVersion}) => {
    const row = writable(context, id, 'tag', ifVersion);
    setTags(context.desk, row, author(context), change);
    return shown(context, row);
  },

  create: async (name) => {
    const {desk} = context;
    const wanted = name.trim();
    if (!wanted) throw invalid('name', 'must not be empty', 'required');
    const known = [...desk.tags.values()].find((tag) => tag.name.toLowerCase() === wanted.toLowerCase());
    if (known) return known;
    const tag: Tag = {id: desk.newId('tag'), name: wanted};
    desk.tags.set(tag.id, tag);
    desk.onChange?.();
    return tag;
  },
});

export const assignment = (context: FeatureContext): OptionalFeatures['assignment'] => ({
  candidates: async (id) => {
    const {desk, agentId} = context;
    const row = desk.conversation(id, agentId);
    const agents = [...desk.agents.values()].filter((agent) => desk.sees(agent.id, row)).map(agentOf);
    return [...agents, ...[...desk.teams.values()].map((team) => ({type: 'team' as const, id: team.id, name: team.name}))];
  },

  assign: async (id, to, {ifVersion}) => {
    const row = writable(context, id, 'assign', ifVersion);
    assign(context.desk, row, author(context), to);
    return shown(context, row);
  },
});

export const priority = (context: FeatureContext): OptionalFeatures['priority'] => ({
  set: async (id, to, {ifVersion}) => {
    if (!priorities.includes(to)) throw invalid('priority', 'must be low, medium, high, urgent or null', 'enum');
    const row = writable(context, id, 'priority', ifVersion);
    setPriority(context.desk, row, author(context), to);
    return shown(context, row);
  },
});
