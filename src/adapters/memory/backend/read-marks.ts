import type {Id, Message} from '../../../contract/index.js';
import type {ConversationRow} from './rows.js';

export interface Mark {
  /** `order` of the newest message read; '' when none is. */
  readonly order: string;
  readonly rev: number;
}

/** What each agent has read, by conversation. */
export class ReadMarks {
  readonly #byAgent = new Map<Id, Map<Id, Mark>>();

  set(agentId: Id, conversationId: Id, order: string, rev: number): void {
    let marks = this.#byAgent.get(agentId);
    if (!marks) this.#byAgent.set(agentId, (marks = new Map<Id, Mark>()));
    marks.set(conversationId, {order, rev});
  }

  position(agentId: Id, row: ConversationRow): string {
    return this.#mark(agentId, row.id)?.order ?? row.readFloor;
  }

  /** When this agent's mark was last moved, as a revision; 0 when never. */
  rev(agentId: Id, row: ConversationRow): number {
    return this.#mark(agentId, row.id)?.rev ?? 0;
  }

  unread(agentId: Id, row: ConversationRow): number {
    const position = this.position(agentId, row);
    let count = 0;
    for (let index = row.messages.length - 1; index >= 0; index--) {
      const message = row.messages[index];
      if (!message || message.order <= position) break;
      if (message.kind === 'incoming') count++;
    }
    return count;
  }

  readUpTo(agentId: Id, row: ConversationRow): Message | undefined {
    const position = this.position(agentId, row);
    if (position === '') return undefined;
    return row.messages.findLast((message) => message.order <= position);
  }

  entries(): [agentId: Id, conversationId: Id, mark: Mark][] {
    return [...this.#byAgent].flatMap(([agentId, marks]) =>
      [...marks].map(([conversationId, mark]): [Id, Id, Mark] => [agentId, conversationId, mark]),
    );
  }

  #mark(agentId: Id, conversationId: Id): Mark | undefined {
    return this.#byAgent.get(agentId)?.get(conversationId);
  }
}
