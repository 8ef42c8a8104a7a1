import type {FileConversation} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

const help = {kind: 'email', name: 'Help desk', inboxId: 'help'} as const;
const shop = {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'} as const;

/** Done some weeks ago. */
export const archivedEarlier: readonly FileConversation[] = [
  {
    id: 'rapid-rank',
    number: '10402',
    subject: 'Your website is INVISIBLE, dear webmaster',
    state: 'archived',
    channel: help,
    contact: 'spam',
    deny: {reply: 'This contact is blocked.'},
    messages: talk(
      `03-16
      03:12 > Dear Webmaster of nordlicht, we have look at your site and found 47 fatal problems. For only 299/month
        we put you on place ONE!! Kindly reply with your password.
      03:12:02 bot! state archived`,
    ),
  },
  {
    id: 'ffion-school',
    number: '10288',
    subject: '24 rucksacks for Year 9',
    state: 'archived',
    channel: {kind: 'email', name: 'Dealers', inboxId: 'dealers'},
    contact: 'ffion',
    assignee: 'claire',
    team: 'wholesale',
    tags: ['order', 'billing'],
    topic: 'question',
    messages: talk(
      `02-11
      15:50 > Dear Nordlicht, 24 pupils, one mountain, zero rucksacks. Do you do a school price?
      16:32 claire: Dear Ms Davies, we do: 40 % on last year’s colours. 24 × Skog 45 l in violet would be €1,814.40.
      02-12
      08:05 > Violet is the school colour!! They will hate it. We take them.
      08:40 [ffion-quote] claire: Then here is the quotation. A purchase order is fine for us.
      02-26
      10:11 [ffion-po] > PO attached. Sorry it took two weeks, it had to see three committees.
      10:30 claire# PO says 24 “rucksacks (purple)”. Close enough.
      10:31 claire! tagged billing
      03-09
      12:20 [ffion-photo] > They love them. Nobody knows why. Photo for your wall.
      12:44 signe: It hangs between the coffee machine and the certificate. Thank you!
      12:45 claire! state archived`,
      {
        'ffion-quote': {attachments: [pdf('quotation-2026-019.pdf', 52_400)]},
        'ffion-po': {attachments: [pdf('PO-YB-0088.pdf', 140_022), {name: 'committee-minutes.docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: 28_100}]},
        'ffion-photo': {attachments: [picture('backpack', 'year9-summit.png')]},
      },
    ),
  },
  {
    id: 'matteo-deleted',
    number: '10390',
    subject: 'Card number',
    state: 'archived',
    channel: {kind: 'whatsapp', name: 'Nordlicht Europe', inboxId: 'wa-eu'},
    contact: 'matteo',
    assignee: 'amira',
    tags: ['billing'],
    messages: talk(
      `03-13
      09:31 > Ciao, the payment does not go, can you type it for me? I send the card
      09:32 [matteo-card] >
      09:33 amira: Hello Matteo, please never send a card number here, to nobody. I have deleted it; please have the
        card changed to be safe.
      09:33:30 amira! other A message of the contact was deleted: it held a card number
      09:40 > ok ok. and how do I pay
      09:44 amira: With this link, it is yours alone: https://pay.nordlicht.example/48001
      09:52 > fatto 👍
      09:53 amira! state archived`,
      {'matteo-card': {deleted: true}},
    ),
  },
  {
    id: 'wedding-tent',
    number: '10305',
    subject: 'A tent for 80 people (no)',
    state: 'archived',
    channel: help,
    contact: 'wedding',
    assignee: 'signe',
    topic: 'question',
    messages: talk(
      `02-21
      21:40 > Hallo Nordlicht, we marry in June on a field. Do you have a tent for 80?
      02-23
      09:00 signe: Dear Clara, dear Henrik, congratulations! Our largest sleeps five, if they like each other.
      09:02 [wedding-edited] signe: But we rent out forty Fjell 2 from the test pool, for the guests who stay. Would
        that help?
      18:30 > Forty small ones in a circle?! YES
      18:31 > HENRIK SAYS YES TOO (about the tents)
      02-24
      10:15 signe# @Tomasz Zieliński forty from the test pool, 12 to 14 June. Is that possible? I may have promised.
      11:02 tomasz# 38. Two are still drying since the fair in Friedrichshafen.
      11:03 tomasz# Ordered two more. Forty.
      11:30 signe: Forty. Pegs are included, dry weather is not.
      14:20 > We owe you cake.
      14:21 signe! state archived`,
      {'wedding-edited': {editedAt: '2026-02-23T09:04:10Z'}},
    ),
  },
  {
    id: 'scouts-repair',
    number: '10266',
    subject: 'Nine tents, eight poles',
    state: 'archived',
    channel: {kind: 'email', name: 'Repairs', inboxId: 'repairs'},
    contact: 'scouts',
    assignee: 'clemens',
    team: 'repairs',
    tags: ['repair'],
    messages: talk(
      `02-08
      19:00 > Moin, after the winter camp: nine tents, eight complete pole sets, one bag of “parts of poles”. Can you
        make nine out of it?
      02-09
      06:58 clemens: Send me the bag.
      02-17
      14:12 clemens: Nine. The ninth is a bit shorter, give it to the small ones.
      14:13 clemens# 14 ferrules, two hours. Charge one hour.
      02-18
      17:20 > DANKE!! Gut Pfad!
      17:25 clemens! state archived`,
    ),
  },
  {
    id: 'ama-two-questions',
    number: '10360',
    subject: 'Two small questions',
    state: 'archived',
    channel: help,
    contact: 'ama',
    assignee: 'jonas',
    topic: 'question',
    messages: talk(
      `03-08
      13:15 [ama-1] > Hi, (1) does the Skog 65 fit as cabin luggage, (2) is the hip belt removable?
      03-09
      08:47 [ama-2] jonas: Hi Ama, (1) no, (2) yes.
      08:48 [ama-3] jonas: That looked rude when I saw it sent. (1) At 68 cm it is over the limit of all airlines I
        know. (2) Two buckles behind the back pad, 20 seconds.
      09:30 [ama-4] > I liked the first one better :)
      09:31 jonas! state archived`,
      {'ama-3': {editedAt: '2026-03-09T08:51:30Z'}, 'ama-4': {replyTo: 'ama-3', quoted: 'On 9 March Jonas Weber wrote:\n> That looked rude when I saw it sent.'}},
    ),
  },
  {
    id: 'gear-nerd-weight',
    number: '10391',
    state: 'archived',
    channel: {kind: 'social', name: 'Mentions', inboxId: 'mentions'},
    contact: 'gearnerd',
    assignee: 'signe',
    tags: ['press'],
    topic: 'comment',
    messages: talk(
      `03-14
      20:05 > Weighed the new Fjell 3 live on stream: 2 910 g. @nordlicht says 2 900. LIARS? Vote below
      20:31 signe# 96,000 followers, 10 grams. Deep breath.
      20:40 signe: The bag label. It weighs 10 g and is a bit too big. We are as shocked as you are.
      20:44 > 😂
      20:44:30 > ok that is the best answer a brand ever gave me. cutting off the label live NOW
      21:02 > 2 899!!!
      21:15 signe# +212 followers. Label stays as it is.
      21:16 signe! state archived`,
    ),
  },
  {
    id: 'tuula-wrong-firm',
    number: '10333',
    subject: 'Washing machine, error 9',
    state: 'archived',
    channel: shop,
    contact: 'tuula',
    assignee: 'lena',
    messages: talk(
      `03-04
      12:30 > Hello my washing machine shows error 9 and water is on the floor
      12:32 lena: Hello Tuula, oh no! I am afraid we make tents, the washing machines are from somebody else with a
        similar name.
      12:33 > Oh! Sorry!
      12:33:20 > But how do I get the water out
      12:35 lena: Below at the front there is usually a small flap, with a hose behind it. Put a flat bowl under it,
        switch the machine off first. With a 9 it is the pump nearly everywhere.
      12:51 > There was a sock in it. You are much better than the real ones
      12:52 lena! state archived`,
    ),
  },
  {
    id: 'diego-size',
    number: '10320',
    state: 'archived',
    channel: {kind: 'messenger', name: 'Nordlicht Outdoor', inboxId: 'fb'},
    contact: 'diego',
    assignee: 'amira',
    topic: 'question',
    messages: talk(
      `02-28
      17:10 > Hola, ¿qué talla de mochila si mido 1,72?
      17:10:05 bot: ¡Hola! Depende de la espalda, no de la altura. Mide desde la cadera hasta la séptima vértebra.
      17:14 > mido 46. creo. me ayudó mi abuela
      17:14:06 bot: Con 46 cm: talla M.
      17:15 > gracias, y dice mi abuela que ella también quiere una
      17:15:30 bot! handed agent
      17:22 amira: ¡Saludos a tu abuela! ¿Cuánto mide su espalda?
      17:40 > 41 y no le duele nada, dice
      17:43 amira: Entonces la S. Y enhorabuena por esa espalda.
      17:44 amira! state archived`,
    ),
  },
  {
    id: 'lotte-two-orders',
    number: '10297',
    subject: 'Ordered twice',
    state: 'archived',
    channel: help,
    contact: 'lotte',
    assignee: 'tomasz',
    tags: ['order'],
    messages: talk(
      `02-19
      22:14 > I pressed the button twice. Now I have two tents coming and one husband.
      22:15 > Please cancel one (tent)
      02-20
      07:02 tomasz: Cancelled 47811, kept 47810. Husband unchanged.
      07:30 > He says thank you. So do I
      07:31 tomasz! untagged returns
      07:32 tomasz! state archived`,
    ),
  },
  {
    id: 'applicant-sewing',
    number: '10274',
    subject: 'Bewerbung / application: sewing',
    state: 'archived',
    channel: help,
    contact: 'applicant',
    team: 'repairs',
    messages: talk(
      `02-10
      08:00 [applicant-1] > Dear workshop, I am a sail maker from Kiel, I can sew in a straight line on a boat.
        Attached my papers and a photo of a bag I made.
      09:12 lena! assigned repairs
      09:12:30 lena# @Clemens Maier this is for people@, but look at the bag first.
      09:40 clemens# Invite him.
      10:05 lena: Dear Jannik, your bag has made an impression. Our colleagues in personnel write to you today.
      10:06 lena! state archived`,
      {'applicant-1': {attachments: [pdf('Ohlsen-papers.pdf', 1_840_331), picture('backpack', 'bag-sewn-at-sea.png')]}},
    ),
  },
  {
    id: 'owen-noise',
    number: '10259',
    subject: 'A noise',
    state: 'archived',
    channel: {kind: 'voice', name: 'Service line', inboxId: 'phone'},
    contact: 'owen',
    assignee: 'jonas',
    messages: talk(
      `02-05
      18:20 > Voicemail, 0:22¶¶“Hi, Owen Tait. My backpack makes a noise. It goes (squeak, squeak). Call me back.”
      02-06
      09:05 jonas# Called back. It goes squeak, squeak. Candle wax on the stay.
      09:06 jonas! priority low
      09:07 jonas: Text to your phone, Owen: rub candle wax where the metal stay enters the sleeve.
      02-09
      08:30 > Voicemail, 0:06¶¶“Owen. No more squeak. I nearly miss it.”
      08:45 jonas! state archived`,
    ),
  },
  {
    id: 'maelle-recipe',
    number: '10190',
    subject: 'Recette de la page 31',
    state: 'archived',
    channel: {kind: 'social', name: 'Comments', inboxId: 'comments'},
    contact: 'hiker-fr',
    topic: 'comment',
    sentiment: {label: 'positive', score: 0.64, source: 'agent'},
    messages: talk(
      `02-01
      10:10 > Votre recette de lentilles au réchaud (catalogue, page 31) : une cuillère de curry ou une cuillère à
        SOUPE de curry ? Ma sœur pleure.
      10:45 claire: Une cuillère à café ! Toutes nos excuses à votre sœur. On corrige.
      10:46 claire! other Told the catalogue team: page 31, curry
      11:20 > Elle rit de nouveau. Très bon quand même.
      11:21 > ❤️
      12:00 claire! state archived`,
    ),
  },
  {
    id: 'jun-mika-emoji',
    number: '10399',
    state: 'archived',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'jun',
    assignee: 'signe',
    messages: talk(
      `03-15
      19:00 signe: Your tent has arrived, the courier says. Everything all right?
      19:42 > ⛺️🌧️🌧️🌧️😴👍
      19:45 signe: 🧡
      19:46 signe! state archived`,
    ),
  },
];
