import type {FileConversation} from '../conversation-file.js';
import {talk} from './talk.js';

/** What the bot is busy with. */
export const bot: readonly FileConversation[] = [
  {
    id: 'pedro-madrid',
    number: '10478',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'messenger', name: 'Nordlicht Outdoor', inboxId: 'fb'},
    contact: 'pedro',
    tags: ['stock'],
    topic: 'question',
    messages: talk(
      `03-24
      13:21 > Hola!
      13:21:03 bot: ¡Hola, Pedro! ¿En qué puedo ayudarte?
      13:22 > ¿Tenéis la mochila Skog de 45 l en tienda en Madrid?
      13:22:05 bot: Un momento, lo compruebo.
      13:22:30 bot: Sí: «Tienda Ejemplo», calle del Ejemplo 12, dos unidades en verde musgo y una en óxido. ¿Quieres
        que te reserve una hasta mañana?`,
    ),
    next: ['la de óxido porfa', 'a nombre de Pedro Álvarez', 'gracias, robot majo'],
  },
  {
    id: 'visitor-8866',
    number: '10486',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'visitor-8866',
    topic: 'question',
    unread: 1,
    messages: talk(
      `03-24
      14:28 bot: Hello! You have been looking at tents for a while. May I help?
      14:29 > difference fjell 2 / fjell 3??
      14:29:04 bot: Fjell 2: two people, 2.1 kg, one door. Fjell 3: three people, 2.9 kg, two doors and a vestibule
        for backpacks.
      14:31 [visitor-8866-last] > and with a dog (38 kg, wet)`,
    ),
    next: ['fjell 3 then', 'does the dog get his own door'],
  },
  {
    id: 'zeynep-order',
    number: '10469',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'whatsapp', name: 'Nordlicht Europe', inboxId: 'wa-eu'},
    contact: 'zeynep',
    tags: ['order'],
    topic: 'question',
    messages: talk(
      `03-24
      07:40 > Günaydın, siparişim 48155 nerede acaba?
      07:40:06 bot: Günaydın Zeynep Hanım. 48155 numaralı sipariş dün Hamburg’dan yola çıktı, tahmini teslim 27 Mart.
      07:42 > Adresi değiştirebilir miyim?
      07:42:04 bot: Paket yoldayken adres değişmez, ama bir teslim noktası seçebilirsiniz: 1) Kadıköy 2) Beşiktaş
      07:45 > 1
      07:45:03 bot: Tamam: Kadıköy. Kod, paket oraya varınca gelir.`,
    ),
  },
  {
    id: 'bivouac-story',
    number: '10464',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'instagram', name: '@nordlicht.outdoor', inboxId: 'ig'},
    contact: 'bivouac',
    topic: 'comment',
    messages: talk(
      `03-23
      18:12 > 😍😍😍
      18:12:05 bot: Thank you! 🧡 May we share your story? Answer YES or NO.
      18:30 > depends, do I get a hat`,
    ),
    next: ['YES (I would still like a hat)'],
  },
  {
    id: 'sms-4471-status',
    number: '10450',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'sms', name: 'EU text line', inboxId: 'sms-eu'},
    contact: 'sms-4471',
    messages: talk(
      `03-22
      11:05 > STATUS
      11:05:02 bot: Please add the order number, e.g. STATUS 48000
      11:06 > STATUS 48102
      11:06:02 bot: 48102: delivered 21 March, 15:44, left in the shed.
      11:09 > STATUS WHICH SHED`,
    ),
    next: ['found it'],
  },
  {
    id: 'hamburg-collections',
    number: '10482',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'carrier-portal', name: 'Nordfracht', inboxId: 'carrier'},
    contact: 'hamburg',
    tags: ['shipping'],
    messages: talk(
      `03-24
      14:05 > Collection 2026-03-24/1: 61 parcels, 1 pallet.
      14:05:01 bot# Expected: 62 parcels.
      14:06 bot: Please check for parcel 62: NL-2048-7790, express.
      14:10 > Found, it was standing on the pallet. 62 parcels.
      14:10:02 bot: Confirmed.
      14:10:03 bot# 62 of 62. Next collection Wednesday, 14:00.`,
    ),
  },
  {
    id: 'oksana-care',
    number: '10446',
    state: 'automated',
    handledBy: 'bot',
    channel: {kind: 'telegram', name: 'Nordlicht Europe', inboxId: 'tg'},
    contact: 'oksana',
    topic: 'question',
    messages: talk(
      `03-21
      16:20 > Добрий день, чи можна прати намет у машині?
      16:20:05 bot: Добрий день! На жаль, ні: лише вручну, до 30 °C, без кондиціонера.
      16:20:06 bot: Ось інструкція: https://nordlicht.example/guides/wash-uk
      16:24 > дякую, а якщо вже випрала 🙈
      16:24:05 bot: Тоді висушіть його в тіні й оновіть просочення. Підказати, яке?
      16:25 > так`,
    ),
    next: ['знайшла в магазині поруч, дякую'],
  },
];
