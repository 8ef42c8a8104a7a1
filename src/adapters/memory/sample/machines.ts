import type {FileConversation} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

const stockFeed = `Our importer stopped at 06:00 with this:

\`\`\`json
{
  "sku": "FJ3-MOSS",
  "available": -2,
  "warehouse": "HAM-1",
  "updatedAt": "2026-03-24T05:58:11+0100"
}
\`\`\`

We read \`available\` as an unsigned number, so **-2** became 65 534 tents. We have sold eleven of them. Could you

1. tell us the real stock,
2. never send a number below zero?`;

const feedAnswer = `Hello Kite & Cairn,

1. Real stock of FJ3-MOSS is **3**, and all three are yours.
2. From 16:00 today the feed sends \`0\` and a new field:

\`\`\`json
{"sku": "FJ3-MOSS", "available": 0, "backorder": 2}
\`\`\``;

/** Conversations in which a machine writes to us. */
export const machines: readonly FileConversation[] = [
  {
    id: 'kite-feed',
    number: '10468',
    subject: 'Stock feed: available = -2',
    channel: {kind: 'api', name: 'Dealer API', inboxId: 'dealer-api'},
    contact: 'kite',
    assignee: 'claire',
    team: 'wholesale',
    priority: 'high',
    tags: ['stock', 'wholesale'],
    topic: 'question',
    tickets: [
      {
        id: 'ticket-nl-1207',
        number: 'NL-1207',
        title: 'Stock feed sends negative numbers while returns are booked',
        status: 'Waiting for release',
        open: true,
        url: 'https://tickets.nordlicht.example/NL-1207',
        at: '2026-03-24T09:02:00Z',
      },
    ],
    messages: talk(
      `03-24
      06:04 > stock.import.failed
      06:04:01 > stock.import.failed (attempt 2 of 3)
      06:04:05 > stock.import.failed (attempt 3 of 3), giving up
      08:40 [kite-human] >
      09:02 claire! ticket NL-1207
      09:10 claire# Negative because two returns were booked twice on Monday. @Tomasz Zieliński please count the
        shelf, by hand, now.
      09:33 tomasz# Counted: 3. One has a dent in the bag.
      13:20 [kite-answer] claire:
      14:05 > Perfect, thank you. The three go to the first three people, the other eight get a very honest mail.`,
      {'kite-human': {markdown: stockFeed}, 'kite-answer': {markdown: feedAnswer}},
    ),
    next: [
      'stock.import.ok (412 articles)',
      'All green. Beer on us at the autumn fair.',
      'One of the eight answered: "finally an honest shop". So there.',
    ],
  },
  {
    id: 'billund-exception',
    number: '10472',
    subject: 'Shipment NL-2048-7744: exception 31, label unreadable',
    channel: {kind: 'carrier-portal', name: 'Nordfracht', inboxId: 'carrier'},
    contact: 'billund',
    assignee: 'amira',
    tags: ['shipping'],
    unread: 1,
    messages: talk(
      `03-24
      10:15 bot# Exception 31 opened by the depot, 48 hours until the parcel goes back.
      10:15:30 [billund-1] > Exception 31: label wet, not readable. Contents?
      10:50 amira: Contents: 1 tent Fjell 2, rust, 2.4 kg, for Aarhus. New label attached.
      10:50:20 [billund-label] amira:
      11:02 amira# They want it printed on their side, mailed label is not enough. Calling.
      11:20 amira! priority high
      13:57 [billund-last] > Label printed. Parcel has also a dent. Accept or return?`,
      {
        'billund-1': {attachments: [picture('parcel', 'scan_31_0007.png')]},
        'billund-label': {text: 'And once more as a file.', attachments: [pdf('label-NL-2048-7744.pdf', 12_901)]},
      },
    ),
    next: [
      'Exception 31 closed.',
      'Exception 12 opened: recipient not at home.',
      'Exception 12 closed. Delivered, signed: neighbour "the one with the horse".',
    ],
  },
];
