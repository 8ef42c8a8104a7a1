import type {FileConversation} from '../conversation-file.js';
import {talk} from './talk.js';

export const phoneAndReviews: readonly FileConversation[] = [
  {
    id: 'voicemail-stove',
    number: '10479',
    subject: 'Voicemail, 0:48',
    channel: {kind: 'voice', name: 'Service line', inboxId: 'phone'},
    contact: 'caller-0175',
    team: 'repairs',
    tags: ['repair'],
    topic: 'question',
    unread: 1,
    messages: talk(
      `03-24
      13:40 [voicemail-1] > Voicemail, 0:48¶¶“Hello, I am calling about the repair of my stove, I sent it to you, ehm,
        about two weeks ago, it is the small one, with the red knob. My name is Hildegard, the number you can see, I
        hope. I only want to know whether it makes sense to wait, because on the third of April we go to the lake, and
        otherwise I borrow the one of my son. Which is also yours, by the way. Thank you. How do I end this … (beep)”
      13:41 bot! tagged repair
      13:41:01 bot! assigned repairs`,
      {'voicemail-1': {attachments: [{name: 'voicemail-20260324-1340.m4a', mime: 'audio/mp4', bytes: 402_118}]}},
    ),
    next: ['Voicemail, 0:11\n\n“Hildegard again. The number under the stove is K-1-1-8-2. Good bye.”'],
  },
  {
    id: 'elif-review',
    number: '10477',
    subject: 'Great stove, slow delivery',
    channel: {kind: 'review', name: 'Shop reviews', inboxId: 'reviews'},
    contact: 'elif',
    assignee: 'claire',
    tags: ['review', 'shipping'],
    topic: 'feedback',
    sentiment: {label: 'mixed', score: 0.08, source: 'Mood check 2'},
    messages: talk(
      `03-24
      12:47 [elif-review-1] > ★★★☆☆¶Great stove, slow delivery.¶¶Ocak harika, on dakikada çay hazır. But eleven days
        from Hamburg to Berlin is a record, and not a good one. One star for the stove, one for the tea, one for the
        nice note in the box.
      13:30 claire# Eleven days is true: label misread at the depot. @Signe Lund answer in public, or shall I write
        first?`,
      {'elif-review-1': {sentiment: {label: 'mixed', score: 0.08, source: 'Mood check 2'}}},
    ),
    next: ['Thank you for explaining. I changed it to four stars.', 'The fifth one when the next parcel is on time :)'],
  },
  {
    id: 'dana-stove',
    number: '10471',
    channel: {kind: 'sms', name: 'US text line', inboxId: 'sms-us'},
    contact: 'dana',
    assignee: 'tomasz',
    tags: ['setup'],
    topic: 'question',
    sentiment: {label: 'positive', score: 0.83, source: 'Mood check 2'},
    messages: talk(
      `03-24
      09:58 > Hi my stove sputters and goes out. Tried 2 canisters
      10:04 tomasz: Hi Dana, Tomasz here. Let it cool for an hour, unscrew the jet with the small key, blow through it
        from behind.
      10:05 > which one is the jet lol
      10:07 tomasz: The brass one in the middle, looks like a tiny chess pawn.
      10:07:30 tomasz: Please not with a needle!
      10:12 > … put the needle down
      10:31 > That worked, thank you so much!`,
    ),
    next: [
      'one more thing. is it normal that it whistles now',
      'like a very small kettle',
      'ok tightened it, whistle gone. u are the best',
    ],
  },
  {
    id: 'marcus-third-mail',
    number: '10466',
    channel: {kind: 'social', name: 'Mentions', inboxId: 'mentions'},
    contact: 'marcus',
    priority: 'high',
    topic: 'comment',
    sentiment: {label: 'negative', score: -0.8, source: 'Mood check 2'},
    escalation: {reason: 'public, third time', at: '2026-03-24T08:02:00Z', by: 'signe'},
    messages: talk(
      `03-23
      19:32 [marcus-1] > Anyone at @nordlicht reading this? Third mail, no answer.
      03-24
      08:02 [marcus-escalated] signe! escalated public, third time
      08:06 [marcus-note] signe# Found them: all three went to info@, which nobody reads since the move. Who can close
        that address, please? @Lena Brandt @Jonas Weber`,
    ),
    next: [
      'And now a fourth way to reach you. Order 47120, the zip, since FEBRUARY.',
      'I do not want a voucher. I want a zip that closes.',
      'Fine. Thank you for owning it. I will delete the post when the tent is back.',
    ],
  },
  {
    id: 'rma-2291',
    number: '10445',
    subject: 'RMA-2291 received at the warehouse',
    channel: {kind: 'api', name: 'Returns portal', inboxId: 'returns-api'},
    contact: 'portal',
    assignee: 'tomasz',
    tags: ['returns'],
    messages: talk(
      `03-21
      06:12 [rma-2291-1] >
      03-23
      08:44 > RMA-2291 received at the warehouse, 1 item
      09:30 tomasz# One item received, two announced. The pump is missing. Writing to the customer, please do not
        refund yet.`,
      {
        'rma-2291-1': {
          markdown:
            'RMA-2291 announced\n\n| Article | Pieces | Reason |\n| --- | ---: | --- |\n| Skog 45 l, rust, M | 1 | too small |\n| Foot pump | 1 | not needed |',
        },
      },
    ),
    next: ['RMA-2291: second parcel announced, 1 item', 'RMA-2291: complete, refund can be released'],
  },
];
