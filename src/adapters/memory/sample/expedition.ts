import type {FileConversation} from '../conversation-file.js';
import {packing} from './expedition-crates.js';
import {departure, freight, sewing} from './expedition-spring.js';
import {winter} from './expedition-winter.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

/** The longest thread of the desk: one order from the first question to the last eleven grams. */
export const expedition: FileConversation = {
  id: 'fjellsport-austfonna',
  number: '9601',
  subject: 'Austfonna 2026: nine tents, eight stoves, fourteen people',
  channel: {kind: 'whatsapp', name: 'Dealers', inboxId: 'wa-dealers'},
  contact: 'sigrid',
  assignee: 'claire',
  team: 'wholesale',
  priority: 'high',
  tags: ['wholesale', 'expedition'],
  topic: 'question',
  sentiment: {label: 'positive', score: 0.58, source: 'Mood check 2', at: '2026-03-24T14:26:20Z'},
  attributes: [
    {key: 'order', label: 'Order', value: 'W-2026-0017'},
    {key: 'departure', label: 'Departure', value: '2026-04-02', kind: 'date'},
    {key: 'crates', label: 'Crates', value: 15, kind: 'number'},
    {key: 'deposit', label: 'Deposit paid', value: true, kind: 'checkbox'},
  ],
  unread: 3,
  messages: talk([winter, sewing, packing, freight, departure].join('\n'), {
    'austfonna-offer': {attachments: [pdf('offer-W-2026-0017.pdf', 88_201)]},
    'austfonna-deposit': {attachments: [pdf('deposit-W-2026-0017.pdf', 41_377)]},
    'austfonna-deposit-2': {attachments: [pdf('deposit-W-2026-0017-B.pdf', 41_362)]},
    'austfonna-roof': {text: 'It is the small person in blue.', attachments: [picture('tent', 'roof-test.png')]},
    'austfonna-nine': {attachments: [pdf('order-W-2026-0017-rev2.pdf', 64_518)]},
    'austfonna-nine-photo': {attachments: [picture('tent', 'meadow-nine-of-nine.png'), picture('backpack', 'meadow-backpacks.png')]},
    'austfonna-customs': {
      attachments: [
        {name: 'values-and-crates-v6.xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: 58_664},
        pdf('declaration-NL-X-0318.pdf', 120_940),
      ],
    },
    'austfonna-found': {attachments: [picture('parcel', 'crate-9-hello.png')]},
  }),
  next: [
    'Their names are Renate, Hatice, Bärbel and Thu, I asked Tomasz already.',
    'By Thursday would be enough, we close the tents again on Friday.',
    'You are wonderful. Bent says so as well, and he breathed first.',
    'Last message before the ice: thank you. We bring the bowl back.',
  ],
};
