import type {Availability, Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {invalid, notFound} from '../backend/errors.js';
import type {AgentRow} from '../backend/rows.js';

const known: readonly string[] = ['online', 'busy', 'offline'];

export function agentRow(desk: MemoryBackend, id: Id): AgentRow {
  const agent = desk.agents.get(id);
  if (!agent) throw notFound('agent', id);
  return agent;
}

export function setAvailability(desk: MemoryBackend, agentId: Id, availability: Availability): void {
  if (!known.includes(availability)) throw invalid('availability', 'must be online, busy or offline', 'enum');
  const agent = agentRow(desk, agentId);
  if (agent.availability === availability) return;
  desk.agents.set(agentId, {...agent, availability});
  desk.say({of: 'event', event: {type: 'availability', agentId, availability}});
}
