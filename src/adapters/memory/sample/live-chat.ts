import type {FileConversation} from '../conversation-file.js';
import {picture} from './media.js';
import {talk} from './talk.js';

/** Chats that go back and forth while somebody waits, in a bank or in the rain. */
export const liveChat: readonly FileConversation[] = [
  {
    id: 'nadia-refund',
    number: '10462',
    channel: {kind: 'whatsapp', name: 'Nordlicht Gulf', inboxId: 'wa-gulf'},
    contact: 'nadia',
    assignee: 'amira',
    tags: ['billing', 'returns'],
    topic: 'question',
    messages: talk(
      `03-23
      17:22 > مرحبا، رقم الإرجاع RMA-2279، المبلغ 149.50 € وليس 139.50 €
      17:23 > 👀
      17:40 amira: مساء الخير نادية، معك حق. الفرق 10.00 € هو رسم الشحن، وسنعيده أيضًا.
      17:44 > merci habibti
      03-24
      12:58 amira: تم التحويل اليوم: 10.00 €، المرجع 48031-B.
      12:59 amira# Shop system takes shipping off automatically on partial returns. Third case this month, somebody
        should tell them.
      13:33 > وصل؟ البنك يقول «قيد المعالجة 2/3»`,
    ),
    next: ['طيب أنتظر حتى الخميس', 'وصل المبلغ كاملًا: 149.50 ✅', 'شكرًا أميرة، أنت الأفضل'],
  },
  {
    id: 'rain-pitch',
    number: '10461',
    subject: 'Pitching a Fjell 3, in the rain, now',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'visitor-8859',
    assignee: 'jonas',
    team: 'support',
    tags: ['setup'],
    topic: 'question',
    sentiment: {label: 'mixed', score: 0.12, source: 'Mood check 2'},
    messages: talk(
      `03-23
      17:02 > is there a human who can tell me how to build this tent
      17:02:04 bot: Here is our film “Fjell 3 in four minutes”: https://nordlicht.example/films/fjell-3
      17:02:40 > its raining. i have one bar. no film
      17:03 bot! handed agent
      17:03:20 jonas: Human here, Jonas. How many poles are in your hand?
      17:03:50 > 3. one is red
      17:04 jonas: Red goes first, into the sleeve with the red end. Push, never pull.
      17:06 > PUSHED
      17:06:20 jonas: Now both ends into the pockets at the ground. It stands up like a cat.
      17:08 > it stands up like a cat that is drunk
      17:08:15 jonas: Peg the side the wind comes from. Then it is sober.
      17:08:40 > which side is the wind from
      17:08:50 jonas: Which cheek is wetter?
      17:09 > left
      17:09:10 jonas: Left.
      17:13 > ok second pole in. third is too long
      17:13:30 jonas: By how much?
      17:14 [rain-photo] > by this
      17:14:30 signe# Is that a tarp pole from another tent? It has a blue end.
      17:14:45 jonas# It has a blue end.
      17:15 jonas: That one is from a different tent. There should be a third one with a grey end, probably still in
        the bag.
      17:16 > …
      17:16:30 > it was in the bag
      17:21 > it stands!!! we are in. it is very small and very dry
      17:21:30 jonas: Congratulations. Hot tea, boots outside with the opening downwards.
      17:22 > who are you, my mum
      17:22:20 jonas! tagged setup
      17:23 jonas: In the service line until 18:00, yes.
      03-24
      09:14 > still dry. one question, how do i get it back into the bag, it was a lot smaller yesterday`,
      {'rain-photo': {attachments: [picture('pole', 'too-long.png')]}},
    ),
    next: [
      'rolled. it is longer than the bag',
      'as wide as the bag, OK that was the trick',
      'IN. with 1 peg left over, is that normal',
    ],
  },
];
