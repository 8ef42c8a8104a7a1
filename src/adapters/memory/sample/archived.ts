import type {FileConversation} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

const help = {kind: 'email', name: 'Help desk', inboxId: 'help'} as const;
const shop = {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'} as const;

/** Done within the last days. */
export const archived: readonly FileConversation[] = [
  {
    id: 'hannah-refund',
    number: '10460',
    subject: 'Refund for returned boots, order 47755',
    state: 'archived',
    channel: help,
    contact: 'hannah',
    assignee: 'lena',
    tags: ['billing'],
    topic: 'question',
    sentiment: {label: 'positive', score: 0.77, source: 'Mood check 2'},
    messages: talk(
      `03-23
      16:20 > Hi, I sent the boots back on the 12th. When will I see the refund?
      16:20:05 bot: Hi Hannah! Returns are checked within 14 days. Is there anything else?
      16:23 > Yes. When will I see the refund?
      16:24 lena! handed agent
      16:31 lena: Hello Hannah, the parcel arrived this morning. I have started your refund of €149.00; it reaches
        your account within three working days.
      03-24
      14:22 > It is there already. Thank you for being so quick!
      14:30 lena: Glad to hear it. Enjoy the spring, Hannah.
      14:31 lena! state archived`,
    ),
  },
  {
    id: 'visitor-8790',
    number: '10480',
    state: 'archived',
    channel: shop,
    contact: 'visitor-8790',
    assignee: 'jonas',
    topic: 'question',
    messages: talk(
      `03-24
      13:41 > I am between 43 and 44 in your approach shoe
      13:44 jonas: Then 44, it runs small. With thick socks 44 anyway.
      13:50 > OK, I will order the other size then
      13:52 jonas! state archived`,
    ),
  },
  {
    id: 'noura-arrived',
    number: '10411',
    subject: 'الطلب 47960',
    state: 'archived',
    channel: {kind: 'whatsapp', name: 'Nordlicht Gulf', inboxId: 'wa-gulf'},
    contact: 'noura',
    assignee: 'amira',
    tags: ['shipping'],
    sentiment: {label: 'positive', score: 0.9, source: 'Mood check 2'},
    messages: talk(
      `03-17
      15:02 > السلام عليكم، هل تصل الخيمة قبل رمضان القادم؟ 😄
      15:20 amira: وعليكم السلام نورة، تصل قبل نهاية الأسبوع إن شاء الله.
      03-19
      09:10 amira: خرج الطرد من الجمارك في الرياض صباح اليوم.
      03-24
      12:01 [noura-photo] > 📷
      12:02 > وصلت الخيمة، شكرًا جزيلًا
      12:10 amira: مبروك، ورحلات سعيدة!
      12:11 amira! state archived`,
      {'noura-photo': {attachments: [picture('tent', 'IMG-20260324-WA0003.png')]}},
    ),
  },
  {
    id: 'piotr-review',
    number: '10474',
    subject: 'Dobra jakość, polecam',
    state: 'archived',
    channel: {kind: 'review', name: 'Shop reviews', inboxId: 'reviews'},
    contact: 'piotr',
    assignee: 'tomasz',
    tags: ['review'],
    topic: 'feedback',
    sentiment: {label: 'positive', score: 0.86, source: 'Mood check 2'},
    messages: talk(
      `03-24
      11:15 > ★★★★★¶Dobra jakość, polecam.¶¶Trzy noce w Bieszczadach, deszcz poziomo, w środku sucho. Żona pierwszy
        raz nie narzekała na namiot, tylko na mnie.
      11:31 tomasz: Panie Piotrze, dziękujemy! Na tę drugą sprawę niestety nie mamy łatki.
      11:32 tomasz! state archived`,
    ),
  },
  {
    id: 'fjellsport-credit',
    number: '10428',
    subject: 'Re: Credit note 2025-118',
    state: 'archived',
    channel: {kind: 'email', name: 'Accounts', inboxId: 'accounts'},
    contact: 'fjellsport',
    assignee: 'claire',
    team: 'wholesale',
    tags: ['wholesale', 'billing'],
    messages: talk(
      `03-19
      07:30 > Credit note 2025-118 says 1 240,00, our books say 1 204,00. Who is right? Regards, accounts
      08:12 claire# They are. Somebody swapped two digits and it was me.
      03-24
      09:38 [credit-corrected] claire: You are. Corrected note attached, with apologies from my keyboard.
      09:40 claire! state archived`,
      {'credit-corrected': {quoted: 'On 19 March accounts wrote:\n> Credit note 2025-118 says 1 240,00, our books say 1 204,00.\n> Who is right?', attachments: [pdf('credit-note-2025-118-B.pdf', 33_870)]}},
    ),
  },
  {
    id: 'merci-0045',
    number: '10454',
    state: 'archived',
    channel: {kind: 'sms', name: 'EU text line', inboxId: 'sms-eu'},
    contact: 'sms-0045',
    assignee: 'claire',
    messages: talk(
      `03-23
      10:30 claire: Nordlicht : votre réchaud réparé est parti ce matin. Suivi NL-2048-7688.
      18:05 > Merci, bien reçu.
      18:06 claire! state archived`,
    ),
  },
  {
    id: 'luna-found',
    number: '10453',
    state: 'archived',
    channel: {kind: 'instagram', name: '@nordlicht.outdoor', inboxId: 'ig'},
    contact: 'luna',
    topic: 'comment',
    messages: talk(
      `03-23
      09:01 > where did you buy that mug in picture 3
      09:20 > nvm
      09:21 > Found it in the shop, all good
      12:00 signe! state archived`,
    ),
  },
  {
    id: 'robert-call',
    number: '10458',
    subject: 'Call, 6:12, answered by Tomasz',
    state: 'archived',
    channel: {kind: 'voice', name: 'Service line', inboxId: 'phone'},
    contact: 'robert',
    assignee: 'tomasz',
    tags: ['repair'],
    messages: talk(
      `03-23
      15:40 > Call, 6:12, answered by Tomasz¶¶Summary of the line: “Frame stay of the pack comes through the fabric at
        the bottom. Used daily, four years. Asks for the price of a repair.”
      15:48 tomasz# 25 euros and he pays the way here. He wanted to talk about bears, too.
      15:50 tomasz! tagged repair
      15:51 tomasz! state archived`,
    ),
  },
  {
    id: 'silvia-card',
    number: '10452',
    subject: 'Guarantee card for Fjell 2',
    state: 'archived',
    channel: help,
    contact: 'silvia',
    assignee: 'lena',
    tags: ['warranty'],
    messages: talk(
      `03-22
      11:14 > Buongiorno, the card was not in the bag. Is the guarantee valid without?
      11:50 lena: Buongiorno Silvia, yes. Your order is the guarantee. I attached a card all the same, for the drawer.
      12:03 lena: The attachment was missing, here it is.
      12:04 lena! state archived`,
    ),
  },
  {
    id: 'andriy-thanks',
    number: '10447',
    state: 'archived',
    channel: {kind: 'telegram', name: 'Nordlicht Europe', inboxId: 'tg'},
    contact: 'andriy',
    assignee: 'jonas',
    sentiment: {label: 'positive', score: 0.7, source: 'Mood check 2'},
    messages: talk(
      `03-22
      08:15 > Вітаю! Чи підходить ваш балон до пальника іншої фірми? Різьба EN 417.
      08:22 jonas: Вітаю, Андрію! Так, якщо на пальнику написано EN 417, то підходить.
      08:22:40 jonas# Written with a translator and Daryna from the second floor.
      08:25 > Дякую за швидку відповідь
      08:26 jonas! state archived`,
    ),
  },
  {
    id: 'rma-2284',
    number: '10436',
    subject: 'RMA-2284 closed',
    state: 'archived',
    channel: {kind: 'api', name: 'Returns portal', inboxId: 'returns-api'},
    contact: 'portal',
    assignee: 'tomasz',
    tags: ['returns'],
    messages: talk(
      `03-20
      09:00 > RMA-2284 announced, 2 items
      03-21
      14:10 > RMA-2284 received, 2 items, condition A
      03-22
      07:00 > RMA-2284 refunded, €96.50
      07:00:05 > RMA-2284 closed
      07:00:06 system! state archived`,
    ),
  },
  {
    id: 'marta-boots',
    number: '10244',
    subject: 'Boot size exchange, 39 to 40',
    state: 'archived',
    channel: help,
    contact: 'marta',
    assignee: 'tomasz',
    tags: ['returns'],
    messages: talk(
      `02-02
      17:45 [marta-boots-photo] > Hello, the 39 is too short by one toe. Can I have the 40, same colour?
      02-03
      08:20 tomasz: Dzień dobry, of course. The 40 leaves today, the 39 has time until you are home.
      08:22 tomasz! tagged returns
      13:10 > That is what I call service. Dziękuję!
      13:12 tomasz! state archived`,
      {'marta-boots-photo': {attachments: [picture('boots', 'boots-39.png')]}},
    ),
  },
  {
    id: 'marta-footprint',
    number: '9603',
    subject: 'Which footprint fits Fjell 3?',
    state: 'archived',
    channel: shop,
    contact: 'marta',
    assignee: 'signe',
    topic: 'question',
    messages: talk(
      `01-12
      20:02 bot: Hello Marta! Looking for something?
      20:02:30 > A footprint for Fjell 3. There are two.
      20:03 bot! handed agent
      20:06 signe: The grey one, with vestibule. The black one is for the edition before 2022.
      20:07 > Mine is the new one, so grey. Thanks!
      20:07:40 signe! state archived`,
    ),
  },
  {
    id: 'marta-call',
    number: '8870',
    subject: 'Call, 4:05',
    state: 'archived',
    channel: {kind: 'voice', name: 'Service line', inboxId: 'phone'},
    contact: 'marta',
    assignee: 'lena',
    messages: talk(
      `2025-11-02
      11:30 > Call, 4:05, answered by Lena¶¶Summary of the line: “Asks whether the stove can be used in the vestibule.
        Answer: cooking yes, with both doors open; heating never.”
      11:36 lena# Very careful person. Sent her the safety leaflet in Polish by post.
      11:37 lena! state archived`,
    ),
  },
];
