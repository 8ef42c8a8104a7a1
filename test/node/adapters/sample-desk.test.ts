import {describe, expect, it} from 'vitest';
import type {FileConversation, FileMessage} from '../../../src/adapters/memory/conversation-file.js';
import {sampleDesk as desk} from '../../../src/adapters/memory/sample/index.js';

const all = desk.conversations;
const now = Date.parse(desk.now ?? '');
const stateOf = (each: FileConversation) => each.state ?? 'active';
const inState = (state: string) => all.filter((each) => stateOf(each) === state);
const messages = all.flatMap((each) => each.messages);
const textOf = (each: FileMessage) => each.text ?? each.markdown ?? each.html ?? '';
const attachments = messages.flatMap((each) => each.attachments ?? []);
const has = (test: (conversation: FileConversation) => boolean) => all.some(test);
const repeated = (ids: readonly (string | undefined)[]) => ids.filter((id, index) => id && ids.indexOf(id) !== index);
const find = (id: string): FileConversation => {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`no conversation ${id}`);
  return found;
};

describe('The sample desk', () => {
  it('gives every record its own id', () => {
    for (const list of [desk.agents, desk.teams, desk.tags, desk.contacts, desk.canned, desk.macros, desk.views, all, desk.notifications]) {
      expect(repeated((list ?? []).map((each) => each.id))).toEqual([]);
    }
    expect(repeated(messages.map((each) => each.id))).toEqual([]);
    expect(repeated(attachments.map((each) => each.id))).toEqual([]);
    expect(repeated(all.map((each) => each.number))).toEqual([]);
  });

  it('refers only to records that are in it', () => {
    const agents = new Set(desk.agents.map((each) => each.id));
    const teams = new Set(desk.teams?.map((each) => each.id));
    const tags = new Set(desk.tags?.map((each) => each.id));
    const contacts = new Set(desk.contacts.map((each) => each.id));
    const authors = new Set([...agents, 'contact', 'bot', 'system']);
    const lost: string[] = [];
    const known = (id: string | undefined, ids: ReadonlySet<string>, where: string) => {
      if (id !== undefined && !ids.has(id)) lost.push(`${where}: ${id}`);
    };
    known(desk.me, agents, 'me');
    for (const team of desk.teams ?? []) team.agents?.forEach((id) => known(id, agents, team.id));
    for (const conversation of all) {
      known(conversation.contact, contacts, conversation.id);
      known(conversation.assignee, agents, conversation.id);
      known(conversation.team, teams, conversation.id);
      known(conversation.escalation?.by, agents, conversation.id);
      conversation.tags?.forEach((id) => known(id, tags, conversation.id));
      const own = new Set(conversation.messages.flatMap((each) => each.id ?? []));
      const tickets = new Set(conversation.tickets?.map((each) => each.id));
      for (const message of conversation.messages) {
        known(message.by, authors, conversation.id);
        known(message.replyTo, own, conversation.id);
        message.mentions?.forEach((id) => known(id, agents, conversation.id));
        if (message.activity?.type === 'ticket') known(message.activity.ticketId, tickets, conversation.id);
      }
    }
    for (const notification of desk.notifications ?? []) {
      known(notification.by, authors, notification.id);
      if (notification.conversation === undefined) continue;
      const conversation = all.find((each) => each.id === notification.conversation);
      known(notification.conversation, new Set(all.map((each) => each.id)), notification.id);
      known(notification.message, new Set(conversation?.messages.flatMap((each) => each.id ?? [])), notification.id);
      expect(conversation?.state, notification.id).not.toBe('archived');
    }
    for (const view of desk.views ?? []) {
      known(view.filter.team, teams, view.id);
      view.filter.tags?.forEach((id) => known(id, tags, view.id));
    }
    for (const macro of desk.macros ?? []) {
      for (const action of macro.actions) {
        if (action.do === 'tag') known(action.tag, tags, macro.id);
        if (action.do === 'assign') known(action.agent, agents, macro.id);
      }
    }
    expect(lost).toEqual([]);
    const talked = new Set(all.map((each) => each.contact));
    expect(desk.contacts.filter((each) => !talked.has(each.id)).map((each) => each.id)).toEqual([]);
  });

  it('keeps time: ISO with a zone, oldest first, nothing after now but a snooze', () => {
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
    for (const conversation of all) {
      let before = 0;
      for (const message of conversation.messages) {
        expect(message.at).toMatch(iso);
        const at = Date.parse(message.at);
        expect(at, `${conversation.id}: ${message.at} ${textOf(message).slice(0, 40)}`).toBeGreaterThanOrEqual(before);
        expect(at, conversation.id).toBeLessThanOrEqual(now);
        if (message.editedAt) expect(Date.parse(message.editedAt)).toBeGreaterThan(at);
        before = at;
      }
      if (conversation.snoozedUntil) expect(Date.parse(conversation.snoozedUntil)).toBeGreaterThan(now);
      if (conversation.escalation) expect(Date.parse(conversation.escalation.at)).toBeLessThanOrEqual(now);
    }
    for (const {at, readAt} of desk.notifications ?? []) {
      expect(Date.parse(at)).toBeLessThanOrEqual(now);
      if (readAt) expect(Date.parse(readAt)).toBeGreaterThanOrEqual(Date.parse(at));
    }
    expect(Math.max(...messages.map((each) => Date.parse(each.at)))).toBeGreaterThan(now - 5 * 60_000);
  });

  it('numbers conversations in the order they began', () => {
    const begun = all.toSorted((a, b) => (a.messages[0]?.at ?? '').localeCompare(b.messages[0]?.at ?? ''));
    const numbers = begun.map((each) => Number(each.number));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('holds more than sixty conversations in all four states', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(inState('active').length).toBeGreaterThanOrEqual(25);
    expect(inState('snoozed').length).toBeGreaterThanOrEqual(4);
    expect(inState('automated').length).toBeGreaterThanOrEqual(6);
    expect(inState('archived').length).toBeGreaterThanOrEqual(25);
    expect(inState('automated').every((each) => each.handledBy === 'bot')).toBe(true);
    expect(inState('archived').filter((each) => each.escalation || each.snoozedUntil)).toEqual([]);
  });

  it('comes over every channel kind and one that nobody knows', () => {
    const kinds = new Set(all.map((each) => each.channel.kind));
    for (const kind of ['email', 'web-chat', 'sms', 'whatsapp', 'messenger', 'instagram', 'telegram', 'voice', 'social', 'review', 'api']) {
      expect(kinds).toContain(kind);
    }
    expect(kinds).toContain('carrier-portal');
  });

  it('has no two threads of the same shape', () => {
    const shapes = all.map((each) => each.messages.map(({kind, by = 'contact'}) => `${kind}/${by}`).join(' '));
    expect(repeated(shapes)).toEqual([]);
  });

  it('gives each message one body, and an activity none but for the type other', () => {
    for (const message of messages) {
      const bodies = [message.text, message.markdown, message.html].filter((each) => each !== undefined).length;
      const expected = message.kind === 'activity' ? Number(message.activity?.type === 'other') : 1;
      if (message.deleted || (message.attachments && !bodies)) continue;
      expect(bodies, JSON.stringify(message)).toBe(expected);
      expect(message.activity !== undefined).toBe(message.kind === 'activity');
    }
  });

  it('counts no more unread messages than the contact has written', () => {
    for (const {id, unread = 0, messages: thread} of all) {
      const incoming = thread.filter((each) => each.kind === 'incoming').length;
      expect(unread, id).toBeLessThanOrEqual(incoming);
    }
  });

  it('names the judge of every sentiment', () => {
    const judged = [...all, ...messages].flatMap((each) => each.sentiment ?? []);
    expect(judged.length).toBeGreaterThan(8);
    expect(judged.length).toBeLessThan(all.length);
    expect(judged.filter((each) => !each.source)).toEqual([]);
  });

  it('names example domains only', () => {
    const data = JSON.stringify(desk).replaceAll(/data:[a-z/]+;base64,[\w+/=]+/g, '');
    const urls = [...data.matchAll(/https?:\/\/([\w.-]+)/g)].map((each) => each[1] ?? '');
    const addresses = [...data.matchAll(/[\w.+-]+@([\w-]+\.[\w.-]*\w)/g)].map((each) => each[1] ?? '');
    const handles = new Set(['hund', 'camps', 'betty', 'nerd.tv']);
    expect(urls.length).toBeGreaterThan(5);
    expect([...urls, ...addresses].filter((each) => !each.endsWith('.example') && !handles.has(each))).toEqual([]);
  });

  it('travels light', () => {
    expect(JSON.stringify(desk).length).toBeLessThan(350_000);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(desk))).toStrictEqual(desk);
  });

  describe('shows', () => {
    it('seven agents with lines of their own, three teams, tags, canned replies, macros and views', () => {
      expect(desk.agents).toHaveLength(7);
      for (const agent of desk.agents) {
        expect(agent.lines?.length, agent.id).toBeGreaterThanOrEqual(8);
        expect(agent.availability).toBeDefined();
        expect(agent.signature).toContain(agent.name);
      }
      expect(desk.teams).toHaveLength(3);
      expect(desk.tags).toHaveLength(14);
      expect(desk.canned).toHaveLength(12);
      expect(desk.macros).toHaveLength(4);
      expect(desk.views).toHaveLength(4);
      expect(desk.ticketFields?.length).toBeGreaterThanOrEqual(5);
    });

    it('an angry customer', () => {
      const angry = all.filter((each) => each.sentiment?.label === 'negative' && each.escalation);
      expect(angry.length).toBeGreaterThanOrEqual(3);
      expect(messages.some((each) => each.kind === 'incoming' && /[A-Z]{4,} [A-Z]{3,}/.test(textOf(each)))).toBe(true);
    });

    it('a customer who falls silent', () => {
      const silent = find('saga-silent').messages;
      const last = silent.findLastIndex((each) => each.kind === 'incoming');
      const replies = silent.slice(last).filter((each) => each.kind === 'reply');
      expect(replies.length).toBeGreaterThanOrEqual(3);
      expect(now - Date.parse(silent[last]?.at ?? '')).toBeGreaterThan(7 * 86_400_000);
    });

    it('a wrong attachment and then the right one', () => {
      const sent = find('ben-receipt').messages.filter((each) => each.kind === 'incoming' && each.attachments);
      expect(sent.length).toBeGreaterThanOrEqual(2);
    });

    it('two agents at once, sorted out in notes', () => {
      const thread = find('katarzyna-twice').messages;
      const pair = thread.findIndex((each, index) => {
        const next = thread[index + 1];
        return each.kind === 'reply' && next?.kind === 'reply' && each.by !== next.by && Date.parse(next.at) - Date.parse(each.at) < 10_000;
      });
      expect(pair).toBeGreaterThan(0);
      expect(thread.slice(pair + 2, pair + 4).map((each) => each.kind)).toEqual(['note', 'note']);
    });

    it('a bot that gives up and hands over', () => {
      const thread = find('yusuf-bot').messages;
      expect(thread.filter((each) => each.by === 'bot' && each.kind === 'reply').length).toBeGreaterThanOrEqual(3);
      expect(thread.some((each) => each.activity?.type === 'handed' && each.activity.to === 'agent')).toBe(true);
    });

    it('a thread of more than three hundred messages that does not repeat itself', () => {
      const thread = find('fjellsport-austfonna').messages;
      expect(thread.length).toBeGreaterThanOrEqual(300);
      const written = thread.filter((each) => each.kind !== 'activity').map(textOf);
      expect(new Set(written).size).toBeGreaterThan(written.length * 0.97);
      const days = new Set(thread.map((each) => each.at.slice(0, 10)));
      expect(days.size).toBeGreaterThanOrEqual(25);
    });

    it('HTML mail: a newsletter with remote images, an inline image, a quoted part', () => {
      const html = messages.filter((each) => each.html);
      expect(html.length).toBeGreaterThanOrEqual(4);
      expect(html.some((each) => /<table[^>]*style=/.test(textOf(each)) && /https:\/\/images\.nordlicht\.example/.test(textOf(each)))).toBe(true);
      const inline = html.find((each) => /src="cid:/.test(textOf(each)));
      const cid = /src="cid:([^"]+)"/.exec(textOf(inline ?? messages[0]!))?.[1];
      expect(inline?.attachments?.some((each) => each.contentId === cid)).toBe(true);
      expect(messages.filter((each) => each.quoted && each.text).length).toBeGreaterThanOrEqual(1);
    });

    it.each([
      ['Arabic', /\p{Script=Arabic}{3}/u],
      ['Japanese', /\p{Script=Hiragana}{3}/u],
      ['Polish', /[łńężć]/],
      ['Spanish', /¿/],
      ['French', /[àèœ]/],
      ['Turkish', /[ğış]/],
      ['Ukrainian', /[їє]/],
    ])('%s', (_, script) => {
      expect(messages.some((each) => each.kind === 'incoming' && script.test(textOf(each)))).toBe(true);
    });

    it('escalations, a ticket, mentions and a failed delivery', () => {
      expect(all.filter((each) => each.escalation).length).toBeGreaterThanOrEqual(3);
      expect(has((each) => !!each.tickets?.length && each.messages.some((m) => m.activity?.type === 'ticket'))).toBe(true);
      const mentions = messages.filter((each) => each.mentions?.includes('lena'));
      expect(mentions.length).toBeGreaterThanOrEqual(2);
      expect(mentions.every((each) => each.kind === 'note' && textOf(each).includes('@Lena Brandt'))).toBe(true);
      expect(messages.some((each) => each.delivery === 'failed' && each.deliveryError)).toBe(true);
      expect(messages.some((each) => each.deliveryError && each.delivery !== 'failed')).toBe(false);
    });

    it('a reply that is denied, with the reason', () => {
      expect(has((each) => each.channel.kind === 'whatsapp' && /24 hours/.test(each.deny?.reply ?? ''))).toBe(true);
    });

    it('a voicemail with its transcript, a 5-star and a 1-star review', () => {
      expect(has((each) => each.channel.kind === 'voice' && /Voicemail/.test(textOf(each.messages[0]!)))).toBe(true);
      const stars = all.filter((each) => each.channel.kind === 'review').map((each) => textOf(each.messages[0]!));
      expect(stars.some((each) => each.includes('★★★★★'))).toBe(true);
      expect(stars.some((each) => each.includes('★☆☆☆☆'))).toBe(true);
    });

    it('a deleted message, an edited one, a very long one, one of emoji alone and one with code', () => {
      expect(messages.some((each) => each.deleted)).toBe(true);
      expect(messages.some((each) => each.editedAt)).toBe(true);
      expect(Math.max(...messages.map((each) => textOf(each).length))).toBeGreaterThan(5500);
      expect(messages.some((each) => /^[\p{Extended_Pictographic}\uFE0F\u200D\s]+$/u.test(textOf(each)))).toBe(true);
      expect(messages.some((each) => each.markdown?.includes('```'))).toBe(true);
      expect(messages.some((each) => /https:\/\/\S{200,}/.test(textOf(each)))).toBe(true);
    });

    it('a right-to-left name with numbers in it', () => {
      expect(desk.contacts.some((each) => /\p{Script=Arabic}/u.test(each.name ?? '') && /\d/.test(each.name ?? ''))).toBe(true);
    });

    it('pictures and documents that travel with it', () => {
      expect(attachments.filter((each) => each.url?.startsWith('data:image/png;base64,') && each.width).length).toBeGreaterThanOrEqual(5);
      expect(attachments.some((each) => each.url?.startsWith('data:application/pdf;base64,') && each.bytes)).toBe(true);
      expect(attachments.some((each) => !each.url && each.bytes)).toBe(true);
    });

    it('what the contact of an active conversation says next', () => {
      const live = inState('active').filter((each) => (each.next?.length ?? 0) > 0);
      expect(live.length).toBeGreaterThanOrEqual(20);
    });

    it('notifications, read and unread', () => {
      expect(desk.notifications?.length).toBeGreaterThanOrEqual(8);
      expect(desk.notifications?.some((each) => each.readAt)).toBe(true);
      expect(desk.notifications?.some((each) => !each.readAt)).toBe(true);
    });
  });
});
