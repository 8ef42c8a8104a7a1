import type {ConversationFile, FileConversation, FileMessage} from '../../../src/adapters/memory/conversation-file.js';

const now = Date.parse('2026-03-24T14:30:00Z');
const minute = 60_000;
export const minutesAgo = (minutes: number): string => new Date(now - minutes * minute).toISOString();

/** `count` messages, one a minute, two of the customer and one of Jonas in turn. The newest says `Line ${count}`. */
export const lines = (count: number): readonly FileMessage[] =>
  Array.from({length: count}, (_, index) => ({
    id: `line-${index + 1}`,
    kind: index % 3 === 2 ? ('reply' as const) : ('incoming' as const),
    ...(index % 3 === 2 && {by: 'jonas'}),
    text: `Line ${index + 1}`,
    at: minutesAgo(60 + count - index),
  }));

const conversations: readonly FileConversation[] = [
  {
    id: 'marta',
    number: '1001',
    subject: 'Pole snapped on the second day',
    channel: {kind: 'web-chat', name: 'Shop chat'},
    contact: 'marta',
    assignee: 'lena',
    tags: ['repair'],
    topic: 'question',
    priority: 'high',
    unread: 1,
    escalation: {reason: 'travels on Friday', at: minutesAgo(9), by: 'jonas'},
    messages: [
      {id: 'marta-1', kind: 'incoming', text: 'Good morning, the second pole segment broke in the wind.', at: minutesAgo(40)},
      {id: 'marta-2', kind: 'reply', by: 'jonas', text: 'Sorry to read that. Which tent is it?', at: minutesAgo(30)},
      {id: 'marta-3', kind: 'note', by: 'jonas', text: 'Third broken pole of this batch.', at: minutesAgo(29)},
      {id: 'marta-4', kind: 'incoming', text: 'A Fjell 2, bought in May. We leave on Friday.', at: minutesAgo(10)},
    ],
  },
  {
    id: 'oliver',
    number: '1002',
    subject: 'Invoice with the old address',
    channel: {kind: 'email', name: 'Orders'},
    contact: 'oliver',
    tags: ['billing'],
    topic: 'feedback',
    messages: [{id: 'oliver-1', kind: 'incoming', text: 'The address on the invoice is the old one.', at: minutesAgo(50)}],
  },
  {
    id: 'ingrid',
    number: '1003',
    subject: 'Seam of the backpack',
    channel: {kind: 'whatsapp'},
    contact: 'ingrid',
    assignee: 'jonas',
    messages: [{id: 'ingrid-1', kind: 'incoming', text: 'Can the seam be sewn again?', at: minutesAgo(55)}],
  },
  {
    id: 'lars',
    number: '1004',
    subject: 'Six weeks of planning',
    channel: {kind: 'web-chat'},
    contact: 'lars',
    messages: lines(120),
  },
  {
    id: 'hannah',
    number: '1005',
    subject: 'Return label',
    state: 'snoozed',
    snoozedUntil: minutesAgo(-3 * 24 * 60),
    channel: {kind: 'sms'},
    contact: 'hannah',
    messages: [{id: 'hannah-1', kind: 'incoming', text: 'I am away until the weekend.', at: minutesAgo(20)}],
  },
  {
    id: 'yuki',
    number: '1006',
    subject: 'Opening hours',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'web-chat'},
    contact: 'yuki',
    messages: [
      {id: 'yuki-1', kind: 'incoming', text: 'Are you open on Sunday?', at: minutesAgo(15)},
      {id: 'yuki-2', kind: 'reply', by: 'bot', text: 'We are open from ten to four.', at: minutesAgo(15)},
    ],
  },
  {
    id: 'robert',
    number: '1007',
    subject: 'Zip replaced',
    state: 'archived',
    channel: {kind: 'voice'},
    contact: 'robert',
    messages: [
      {id: 'robert-1', kind: 'incoming', text: 'The zip works again.', at: minutesAgo(3000)},
      {id: 'robert-2', kind: 'reply', by: 'lena', text: 'Good to hear.', at: minutesAgo(2990)},
    ],
  },
];

/** Seven conversations in every state: what most journeys begin with. Times are moved so that the newest is minutes old. */
export const desk = {
  format: 'loop-inbox/conversations',
  version: 1,
  now: new Date(now).toISOString(),
  me: 'lena',
  agents: [
    {id: 'lena', name: 'Lena Brandt', email: 'lena@example.com', availability: 'online'},
    {id: 'jonas', name: 'Jonas Weber'},
  ],
  teams: [{id: 'repairs', name: 'Repairs'}],
  tags: [
    {id: 'billing', name: 'billing'},
    {id: 'repair', name: 'repair'},
  ],
  contacts: [
    {id: 'marta', name: 'Marta Kowalczyk', email: 'marta@example.com', company: 'Bergsee Camping'},
    {id: 'oliver', name: 'Oliver Grant', email: 'oliver@example.com'},
    {id: 'ingrid', name: 'Ingrid Solheim', phone: '+47 555 01 23'},
    {id: 'lars', name: 'Lars Holm'},
    {id: 'hannah', name: 'Hannah Osei'},
    {id: 'yuki', name: 'Yuki Tanaka'},
    {id: 'robert', name: 'Robert Kline'},
  ],
  conversations,
} satisfies ConversationFile;
