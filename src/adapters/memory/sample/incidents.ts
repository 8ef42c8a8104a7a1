import type {FileConversation} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

/** The threads in which something goes wrong, on one side or the other. */
export const incidents: readonly FileConversation[] = [
  {
    id: 'grete-stove',
    number: '10431',
    subject: 'YOUR STOVE. PLEASE READ THIS TIME.',
    channel: {kind: 'email', name: 'Help desk', inboxId: 'help'},
    contact: 'grete',
    assignee: 'jonas',
    team: 'repairs',
    priority: 'urgent',
    tags: ['safety', 'repair', 'warranty'],
    topic: 'feedback',
    sentiment: {label: 'negative', score: -0.91, source: 'Mood check 2', at: '2026-03-24T11:52:30Z'},
    escalation: {reason: 'flame outside the burner', at: '2026-03-24T10:20:00Z', by: 'jonas'},
    tickets: [
      {
        id: 'ticket-nl-1201',
        number: 'NL-1201',
        title: 'Spindle seal of stove K-118 hardens in frost',
        status: 'In the lab',
        open: true,
        url: 'https://tickets.nordlicht.example/NL-1201',
        at: '2026-03-24T10:31:00Z',
      },
    ],
    unread: 1,
    messages: talk(
      `03-19
      21:14 [grete-1] > The new stove (Ild, serial K-11803) leaks gas at the knob. I smelled it, my husband smelled
        it, the DOG smelled it. What do I do?
      03-20
      09:10 signe: Hello Grete, thank you for your message! Have you tried our cleaning guide?
        https://nordlicht.example/guides/ild-cleaning
      12:47 > I did not ask how to CLEAN it.
      03-24
      07:55 [grete-3] > FOUR DAYS. Yesterday there was a flame next to the burner. NEXT TO. On a balcony with a child
        on it. If nobody calls me today I write to the consumer office and to the newspaper, in this order.
      10:18 jonas! priority urgent
      10:20 [grete-escalated] jonas! escalated flame outside the burner
      10:22 jonas: Dear Grete, please stop using the stove and put it outside, canister off. I am calling you in five
        minutes on the number in your account. You should have heard this from us on Friday.
      10:31 jonas! ticket NL-1201
      10:44 [grete-mention] jonas# Called, 14 minutes. Nobody hurt. Courier collects it tomorrow, she gets the money
        back today. @Lena Brandt the cleaning link went out as an answer to a gas leak: can we take it out of the
        canned replies for this word?
      10:46 signe# That was me, in a hurry between two trams. Sorry. I have written to her separately.
      11:52 [grete-last] > Thank you for calling. I am still angry, but at least now I am angry at a person with a
        name. When exactly does the courier come? I teach until 13:00.`,
      {
        'grete-3': {attachments: [picture('stove', 'balcony-monday.png')]},
        'grete-last': {sentiment: {label: 'mixed', score: -0.2, source: 'Mood check 2'}},
      },
    ),
    next: [
      'After 13:30 is good. Should I unscrew the canister or leave it on?',
      'It is unscrewed and on the balcony, under a bucket.',
      'Your courier was on time and polite. Please tell somebody.',
    ],
  },
  {
    id: 'ben-receipt',
    number: '10470',
    subject: 'Receipt for the warranty',
    channel: {kind: 'email', name: 'Help desk', inboxId: 'help'},
    contact: 'ben',
    assignee: 'tomasz',
    tags: ['warranty'],
    topic: 'question',
    messages: talk(
      `03-24
      08:36 > Morning! The buckle on my Skog went. You asked for the receipt on the form, what do you need excatly?
      08:50 tomasz: Good morning Ben, a photo of the receipt is enough, as long as date and article can be read.
      09:02 [ben-wrong] > Here you go
      09:06 tomasz: Thank you. This receipt looks very relaxed and has whiskers. Could it be the picture next to it?
      09:07 > OH NO
      09:07:30 > that is Biscuit. sorry
      09:09 [ben-right] > This one
      09:09:40 [ben-right-pdf] > and the pdf they mailed me, in case
      09:31 tomasz: Both perfect. A new buckle goes out today, it clicks on without tools. Greetings to Biscuit.
      13:16 > She accepts. One q: is it the 25 mm or the 20?`,
      {
        'ben-wrong': {attachments: [picture('cat', 'IMG_0412.png')]},
        'ben-right': {attachments: [picture('receipt', 'IMG_0411.png')]},
        'ben-right-pdf': {attachments: [pdf('Order confirmation 46118 – Nordlicht Shop – please keep for your records (1).pdf', 97_310)]},
      },
    ),
    next: ['ok measured: 25', 'with a tape from a sewing kit so give or take', 'legend, thanks'],
  },
  {
    id: 'katarzyna-twice',
    number: '10481',
    subject: 'Zwrot namiotu',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'katarzyna',
    assignee: 'tomasz',
    team: 'support',
    tags: ['returns', 'order'],
    topic: 'question',
    messages: talk(
      `03-24
      13:51 > Dzień dobry, chcę zwrócić Fjell 2 (zamówienie 48066). Rozpakowany, ale nie rozbity. Czy zdążę, skoro
        kupiłam 26 lutego?
      13:55:10 [katarzyna-a] tomasz: Dzień dobry! Tak, ma Pani 30 dni, czyli do soboty. Etykietę zwrotną wysyłam za
        chwilę.
      13:55:14 [katarzyna-b] lena: Good afternoon! I am afraid the 14 days are over, but we can offer an exchange.
      13:56 lena# Tomasz, we crossed. I read 14 days because she is a guest in the shop system.
      13:56:40 tomasz# She is Plus, so 30. The shop has her under her old address. I correct it, you are out, OK?
      13:57 lena# Yes. Sorry. I owe you a coffee.
      13:58 tomasz! assigned tomasz
      13:59 tomasz: Proszę wybaczyć, odpowiedzieliśmy we dwoje naraz. Obowiązuje pierwsza odpowiedź: 30 dni, pełny
        zwrot.
      14:03 > To która wersja jest prawdziwa? 😅 Bo jedna mi się podoba, a druga mniej.`,
    ),
    next: ['Dobrze, trzymam za słowo.', 'Etykieta doszła. Mogę nadać w automacie?', 'Nadane, dziękuję bardzo!'],
  },
  {
    id: 'yusuf-bot',
    number: '10484',
    channel: {kind: 'messenger', name: 'Nordlicht Outdoor', inboxId: 'fb'},
    contact: 'yusuf',
    team: 'support',
    tags: ['order'],
    topic: 'question',
    unread: 2,
    messages: talk(
      `03-24
      14:15 > hi can I change the sleve lenght on my order
      14:15:04 bot: Hi Yusuf! I can help with orders. Please type your order number.
      14:16 > 48201
      14:16:03 bot: Order 48201: 1 × Skog 45 l, rust, back length M. What would you like to know?
      14:17 > yes the lenght. M to L. before you send it
      14:17:03 bot: A back length is measured from the hip bone to the seventh vertebra. Shall I show you the guide?
      14:17:40 > no. change it
      14:17:44 bot: I am sorry, I have not understood that. You can ask me about: delivery, returns, sizes, care.
      14:18 > insan var mı orada
      14:18:05 bot: I think this one is for my colleagues. I am handing you over, they see everything we wrote.
      14:18:06 [yusuf-handed] bot! handed agent
      14:18:07 bot! assigned support
      14:20 > ok thx
      14:27 [yusuf-last] > still here. it says "packing" now??`,
    ),
    next: ['L please. yes sure, I am 1,91', 'did you catch it?', 'süper, teşekkürler! your robot is polite at least'],
  },
  {
    id: 'saga-silent',
    number: '10312',
    subject: 'Broken zip, Fjell 3',
    state: 'snoozed',
    snoozedUntil: '2026-03-25T08:00:00Z',
    channel: {kind: 'email', name: 'Help desk', inboxId: 'help'},
    contact: 'saga',
    assignee: 'lena',
    tags: ['repair'],
    messages: talk(
      `02-26
      19:20 > Hi, the inner zip jumps out at the corner. Is that something you repair? Leaving for Sarek on the 20th
        of March so there is time.
      02-27
      08:40 lena: Hi Saga, yes, and it is an easy one. The workshop needs about eight days. Could you send me a photo
        of the slider, from close up?
      03-02
      10:15 lena: Hi Saga, just in case this got lost: one photo, and I book you a place on the bench.
      03-09
      09:00 lena# No answer. Phone number rings through. Trying once more, her trip is soon.
      09:04 lena: Hello Saga, if it is easier, pack the tent and send it without any photo. The label is attached. It
        would have to be on its way by Wednesday.
      03-16
      08:30 lena! other Reminder came back: mailbox full
      03-23
      16:10 lena# She must be in Sarek now, with a zip that jumps. One last try on Wednesday, then we close it.
      16:11 lena! state snoozed`,
    ),
    next: ['Oh dear, I am so sorry. New phone, old mailbox. The zip held with two clothes pegs!'],
  },
  {
    id: 'mo-sms',
    number: '10476',
    channel: {kind: 'sms', name: 'EU text line', inboxId: 'sms-eu'},
    contact: 'mo',
    assignee: 'lena',
    tags: ['shipping'],
    topic: 'question',
    messages: talk(
      `03-24
      12:02 lena: Nordlicht: your parcel NL-2048-7702 could not be delivered. Shall we try the neighbour or a parcel
        shop?
      12:40 > whats the shop
      12:44 [mo-failed-1] lena: The newsagent in Example Street 8, open until 20:00.
      12:45 [mo-failed-2] lena: The newsagent in Example Street 8, open until 20:00. (Sorry if you get this twice.)
      12:46 lena# Two failures, the network says his inbox is full. Trying again at three.`,
      {
        'mo-failed-1': {delivery: 'failed', deliveryError: 'The phone did not take it: inbox full.'},
        'mo-failed-2': {delivery: 'failed', deliveryError: 'The phone did not take it: inbox full.'},
      },
    ),
    next: ['hello? whats the shop', 'cleared some texts try now', 'grand will collect tmrw'],
  },
  {
    id: 'kev-review',
    number: '10473',
    subject: 'Wet. Just wet.',
    channel: {kind: 'review', name: 'Shop reviews', inboxId: 'reviews'},
    contact: 'kev',
    tags: ['review', 'setup'],
    topic: 'feedback',
    sentiment: {label: 'negative', score: -0.66, source: 'agent', at: '2026-03-24T10:58:00Z'},
    unread: 1,
    messages: talk(
      `03-24
      10:41 [kev-review-1] > ★☆☆☆☆¶Wet. Just wet.¶¶Woke up in a puddle. 480 quid for a puddle. Didnt even rain that
        hard. The dog left the tent by himself, says it all.
      10:58 [kev-mention] signe# In his photo on the other site the ridge vent is open and the fly is inside out.
        @Lena Brandt you are better at saying this kindly than I am.`,
      {'kev-review-1': {sentiment: {label: 'negative', score: -0.66, source: 'agent'}}},
    ),
    next: [
      'inside out?? it doesnt say that anywhere',
      'ok it says that on the bag',
      'fair play. three stars. the dog stays at one',
    ],
  },
];
