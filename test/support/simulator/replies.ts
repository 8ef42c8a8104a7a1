import fc from 'fast-check';
import type {Message} from '../../../src/contract/index.js';
import {Breach} from './breach.js';
import {replyFaults} from './happened.js';
import type {Tally} from './series.js';
import {World} from './world.js';

/** What others write while an agent writes a reply, and what the agent sees of it. */
export type ReplyStep =
  | {readonly do: 'type' | 'look' | 'send' | 'note' | 'incoming' | 'colleague' | 'answer' | 'discard' | 'offline' | 'online'}
  | {readonly do: 'wait'; readonly ms: number};

export const replySchedules: fc.Arbitrary<ReplyStep[]> = fc.array(
  fc.oneof(
    {weight: 4, arbitrary: fc.record({do: fc.constantFrom('type' as const, 'look' as const)})},
    {weight: 4, arbitrary: fc.record({do: fc.constantFrom('send' as const, 'send' as const, 'note' as const)})},
    {weight: 4, arbitrary: fc.record({do: fc.constantFrom('incoming' as const, 'colleague' as const)})},
    {weight: 2, arbitrary: fc.record({do: fc.constantFrom('answer' as const, 'discard' as const)})},
    {weight: 2, arbitrary: fc.record({do: fc.constantFrom('offline' as const, 'online' as const)})},
    {weight: 3, arbitrary: fc.record({do: fc.constant('wait' as const), ms: fc.constantFrom(20, 200, 1_000, 5_000)})},
  ),
  {minLength: 10, maxLength: 40},
);

/** What is stored so shortly before a reply can't have been told: the backend does not compare. */
const raceMs = 200;

interface Reply {
  readonly text: string;
  readonly clientId: string;
  /** Ids of what was there when it was begun, or on screen when it was sent: of nothing else it may leave unasked. */
  readonly known: Set<string>;
  /** Ids of what was both: of these nobody needs to be asked. */
  readonly sure: Set<string>;
  insisted: boolean;
  discarded: boolean;
}

/** @throws {Breach} */
export async function playReplies(schedule: readonly ReplyStep[], seed: number): Promise<Tally> {
  const staleGuard = seed % 2 === 0 ? 'client' : 'server';
  const world = new World({seed, conversations: 1, profile: {staleGuard, resume: 'cursor', transport: seed % 3 === 0 ? 'in-page' : 'push'}});
  const {backend, timeline, happened} = world;
  const tab = world.open('ann');
  const {inbox} = tab;
  const {messages} = backend.rows.get('k1')!;
  const loaded = () => {
    const thread = inbox.state.threads.get('k1');
    return (thread?.keys.keys ?? []).flatMap((key) => thread?.messages.get(key) ?? []);
  };
  /** What others wrote and this page has. */
  const shown = () => loaded().filter(({kind, author}) => author.id !== 'ann' && (kind === 'incoming' || kind === 'reply'));
  /** What was there when the draft was begun. */
  let begun: Set<string> | undefined;
  /** What was on screen. */
  const seen = new Set<string>();
  const replies: Reply[] = [];
  const asked = new Set<string>();
  let texts = 0;
  const type = () => {
    begun ??= new Set(shown().map(({id}) => id));
    inbox.commands.setDraft('k1', 'reply', {text: `${inbox.state.drafts.get('reply:k1')?.text ?? ''} ${++texts}`.trim()});
  };
  const send = () => {
    const text = `reply ${++texts}`;
    begun ??= new Set(shown().map(({id}) => id));
    inbox.commands.setDraft('k1', 'reply', {text});
    const isAnswered = shown().some(({id, kind}) => kind === 'reply' && !begun?.has(id));
    if (isAnswered) happened.count('colleague answered while it was written');
    if (shown().some(({id, kind}) => kind === 'incoming' && !begun?.has(id))) happened.count('customer wrote while it was written');
    // What an own message stands below has been answered for with that.
    const below = messages.findLastIndex(({author, kind}) => author.id === 'ann' && kind === 'reply');
    const before = (all: readonly {readonly id: string}[], index: number) => all.slice(0, Math.max(0, index)).map(({id}) => id);
    const inThread = loaded();
    const answered = before(inThread, inThread.findLastIndex(({author, kind, entry}) => author.id === 'ann' && kind === 'reply' && !entry));
    const known = new Set([...begun, ...(isAnswered ? [] : seen), ...before(messages, below)]);
    const sure = new Set([...[...begun].filter((id) => seen.size === 0 || seen.has(id)), ...(isAnswered ? [] : answered)]);
    const clientId = inbox.commands.send('k1', 'reply');
    begun = undefined;
    if (clientId !== undefined) replies.push({text, clientId, known, sure, insisted: false, discarded: false});
  };
  /** Who has looked at the news before one message has looked for those behind it too. */
  const look = () => {
    for (const {clientId, known, sure} of replies) {
      for (const {id} of shown()) {
        known.add(id);
        if (inbox.state.outbox.has(clientId)) sure.add(id);
      }
    }
  };
  const judgeQuestions = () => {
    for (const entry of inbox.state.outbox.values()) {
      if (entry.question === undefined) continue;
      if (entry.kind === 'note') throw new Breach('a note asks', entry.body.value);
      const reply = replies.find(({clientId}) => clientId === entry.clientId)!;
      asked.add(reply.text);
      const isNews = ({id, author, kind}: Message) => author.id !== 'ann' && kind !== 'note' && !reply.sure.has(id);
      if (!messages.some(isNews)) throw new Breach('asks for nothing', reply.text);
    }
  };
  inbox.commands.openThread('k1');
  await timeline.advance(1_500);
  for (const step of schedule) {
    switch (step.do) {
      case 'type':
        type();
        break;
      case 'look':
        for (const {id} of shown()) seen.add(id);
        inbox.commands.markRead('k1');
        break;
      case 'send':
        send();
        break;
      case 'note':
        inbox.commands.setDraft('k1', 'note', {text: `note ${++texts}`});
        inbox.commands.send('k1', 'note');
        break;
      case 'incoming':
        backend.incoming('k1', `customer ${++texts}`);
        break;
      case 'colleague':
        backend.colleague('k1', `colleague ${++texts}`);
        break;
      case 'answer':
      case 'discard': {
        const entry = [...inbox.state.outbox.values()].find(({question}) => question !== undefined);
        const reply = replies.find(({clientId}) => clientId === entry?.clientId);
        if (!entry || !reply) break;
        if (step.do === 'answer') {
          happened.count('sent all the same');
          reply.insisted = true;
          look();
          inbox.commands.sendAnyway(entry.clientId);
        } else {
          happened.count('not sent after all');
          reply.discarded = true;
          inbox.commands.discard(entry.clientId);
        }
        break;
      }
      case 'offline':
      case 'online':
        if (step.do === 'offline') happened.count('connection lost');
        world.setOffline(step.do === 'offline');
        break;
      case 'wait':
        await timeline.advance(step.ms);
    }
    await timeline.advance(10);
    judgeQuestions();
  }
  world.setOffline(false);
  inbox.retry();
  for (let round = 0; round < 40 && inbox.state.outbox.size > 0; round++) {
    await timeline.advance(10_000);
    judgeQuestions();
    for (const {clientId, question} of [...inbox.state.outbox.values()]) {
      const reply = replies.find((each) => each.clientId === clientId);
      if (!question || !reply) continue;
      reply.insisted = true;
      look();
      inbox.commands.sendAnyway(clientId);
    }
  }
  judge(messages, replies, staleGuard === 'client' ? raceMs : 0);
  if (tab.problems.length > 0) throw new Breach('error', tab.problems.join('\n'));
  await world.closeAll();
  return {schedules: 1, replies: replies.length, 'asked before they left': asked.size, ...happened.tally(replyFaults)};
}

/** No reply rests on ground that its agent had not seen, unless the agent was asked. */
function judge(messages: readonly Message[], replies: readonly Reply[], graceMs: number): void {
  for (const {text, known, insisted, discarded} of replies) {
    const index = messages.findIndex(({body}) => body.value === text);
    if (index < 0 && discarded) continue;
    if (index < 0) throw new Breach('lost', text);
    if (discarded) throw new Breach('sent though discarded', text);
    if (insisted) continue;
    const at = Date.parse(messages[index]!.createdAt);
    const news = messages.slice(0, index).find(({id, author, kind, createdAt}) => author.id !== 'ann' && kind !== 'note' && !known.has(id) && Date.parse(createdAt) < at - graceMs);
    if (news) throw new Breach('left unasked', `${text} after ${news.body.value}`);
  }
}
