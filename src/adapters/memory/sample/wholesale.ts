import type {FileConversation} from '../conversation-file.js';
import {dealerOrderMail} from './letter-bodies.js';
import {talk} from './talk.js';

export const wholesale: readonly FileConversation[] = [
  {
    id: 'alpinhaus-spring',
    number: '10371',
    subject: 'Re: Spring order, revised quantities and delivery window',
    state: 'snoozed',
    snoozedUntil: '2026-03-26T09:00:00Z',
    channel: {kind: 'email', name: 'Dealers', inboxId: 'dealers'},
    contact: 'alpinhaus',
    assignee: 'claire',
    team: 'wholesale',
    tags: ['wholesale', 'order'],
    topic: 'question',
    messages: talk(
      `03-10
      08:30 [alpinhaus-1] >
      10:02 claire: Dear Mr Ammann, thank you. 60 Fjell 2 in week 15 is fine. For the 24 Fjell 3 I can promise 18, the
        rest in week 17.
      03-11
      07:12 > We take 18 now and 12 (not 6) in week 17, if the price stays. Please also 40 footprints, forgot them.
      09:45 claire# Price stays until the 31st, I checked with Ute. Footprints: 36 on the shelf.
      16:20 claire: Confirmed: 60 / 18 / 12, price unchanged, 36 footprints now and 4 with the second delivery.
      03-23
      17:05 [alpinhaus-2] > Out of office until Wednesday 25 March. For urgent matters please call the shop. R. Ammann
      17:20 claire! state snoozed`,
      {
        'alpinhaus-1': {
          html: dealerOrderMail,
          mail: {
            from: {address: 'einkauf@alpinhaus.example', name: 'Alpinhaus Zürich AG'},
            to: [{address: 'dealers@nordlicht.example', name: 'Nordlicht dealers'}],
            cc: [{address: 'lager@alpinhaus.example'}],
            subject: 'Spring order, revised quantities and delivery window',
          },
          attachments: [{name: 'Bestellung-F26-rev3.xlsx', mime:
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: 44_871}],
        },
      },
    ),
    next: [
      'Grüezi, I am back. All confirmed from our side.',
      'One pallet or two? The ramp only takes 180 cm.',
      'Perfect, merci vielmal.',
    ],
  },
];
