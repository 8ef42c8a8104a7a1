import type {FileConversation} from '../conversation-file.js';
import {picture} from './media.js';
import {talk} from './talk.js';

export const chat: readonly FileConversation[] = [
  {
    id: 'khalid-customs',
    number: '10465',
    subject: 'الطلب 48177 متوقف في الجمارك',
    channel: {kind: 'whatsapp', name: 'Nordlicht Gulf', inboxId: 'wa-gulf'},
    contact: 'khalid',
    assignee: 'amira',
    team: 'support',
    priority: 'high',
    tags: ['shipping'],
    topic: 'question',
    unread: 3,
    messages: talk(
      `03-23
      18:41 > السلام عليكم، طلبت خيمة Fjell 3 يوم الخميس الماضي، رقم الطلب 48177.
      18:52 claire: وعليكم السلام أستاذ خالد، شكرًا لتواصلك. شُحن طلبك من هامبورغ يوم الجمعة، ورقم التتبع هو
        NL-2048-7731.
      19:03 claire! assigned amira
      03-24
      11:20 [khalid-note] jonas# @Amira Haddad the parcel has been held at customs in Dubai since Sunday. The carrier
        waits for a signed invoice, I sent it a moment ago.
      14:28:10 > متى يصل الطلب؟
      14:28:40 > رقم التتبع لا يعمل منذ يومين، والرحلة يوم الجمعة.
      14:30 [khalid-last] > هل يمكن التسليم في مكتب Business Bay بدل المنزل؟`,
    ),
    next: [
      'الدور 12، مكتب 1204. الاستقبال مفتوح من 8:00 إلى 18:00.',
      'ممتاز، وهل أدفع رسوم الجمارك عند الاستلام؟',
      'تمام، شكرًا لكم 🙏',
    ],
  },
  {
    id: 'aoife-luggage',
    number: '10485',
    subject: 'Stove in hand luggage',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'aoife',
    assignee: 'jonas',
    topic: 'question',
    unread: 1,
    messages: talk(
      `03-24
      14:24 > hiya
      14:24:20 > quick one
      14:25 jonas: Hi Aoife, go ahead!
      14:29 [aoife-last] > Is the Ild 2 stove allowed in hand luggage if it was never used? Flying to Bergen tomorrow,
        no checked bag`,
    ),
    next: [
      'still in the box, tags on and everything',
      'the airline site says "camping stoves: ask at the desk" which, thanks',
      'ok so worst case I post it to the hostel. can you ship to Bergen by Thursday?',
      'grand, doing that. thanks a million Jonas',
    ],
  },
  {
    id: 'trailhund-moss',
    number: '10483',
    channel: {kind: 'instagram', name: '@nordlicht.outdoor', inboxId: 'ig'},
    contact: 'trailhund',
    tags: ['colour'],
    topic: 'comment',
    unread: 2,
    messages: talk(
      `03-24
      14:10 [trailhund-photo] > your photo / my photo
      14:11 [trailhund-last] > The moss green looks very different from your photo. Can I swap it?`,
      {'trailhund-photo': {attachments: [picture('moss', 'moss-or-lime.png')]}},
    ),
    next: [
      'not mad btw, the pack is great. just… lime',
      'size M, moss → rust if you have it',
      'do I need the original box? the dog has opinions about the original box',
    ],
  },
  {
    id: 'luc-parcel',
    number: '10449',
    subject: 'Colis bloqué',
    channel: {kind: 'telegram', name: 'Nordlicht Europe', inboxId: 'tg'},
    contact: 'luc',
    assignee: 'lena',
    tags: ['shipping'],
    topic: 'question',
    messages: talk(
      `03-22
      09:02 > Bonjour, commande 48190, sac Skog 45 l. Le suivi n’a pas bougé depuis mercredi.
      09:40 bot: Bonjour ! Je cherche votre commande.
      09:40:10 bot! handed agent
      11:15 claire: Bonjour Luc, le colis a été scanné à Metz, je demande au transporteur. Je reviens vers vous demain.
      03-24
      09:05 [luc-assigned] claire! assigned lena
      13:58 > Toujours rien. On est mardi, vous aviez dit « demain » 🙂`,
    ),
    next: [
      'Metz, oui, c’est aussi ce que dit le site.',
      'Je pars samedi. Si ça arrive après, autant le renvoyer chez vous.',
      'Parfait, un point relais à Lyon me va très bien. Merci Lena !',
    ],
  },
  {
    id: 'ingrid-seam',
    number: '10455',
    subject: 'Seam of the Skog 65',
    channel: {kind: 'whatsapp', name: 'Nordlicht Europe', inboxId: 'wa-eu'},
    contact: 'ingrid',
    assignee: 'jonas',
    tags: ['warranty'],
    topic: 'question',
    unread: 1,
    deny: {reply: 'WhatsApp closes the reply window 24 hours after the last message of the customer. You can still write a note.'},
    messages: talk(
      `03-23
      10:52 > Hei! Bought it in Bergen in January
      10:53 [ingrid-photo] > Is this seam meant to look like that?
      11:30 jonas# Looks like a skipped thread to me, not wear. @Clemens Maier?
      03-24
      13:05 clemens# Skipped thread. Replace, do not repair. Batch of 9 January, we had two.
      14:12 jonas# Missed the window by three hours. Sending her the approved template as soon as marketing finds it.`,
      {'ingrid-photo': {attachments: [picture('seam', 'IMG_2207.png')]}},
    ),
    next: [
      'Hello? 😊',
      'I can also bring it to the shop in Bergen if that is easier.',
      'Super, then I go there on Saturday.',
    ],
  },
  {
    id: 'faroe',
    number: '10457',
    channel: {kind: 'web-chat', name: 'Shop chat', inboxId: 'shop'},
    contact: 'visitor-8841',
    assignee: 'claire',
    tags: ['shipping'],
    topic: 'question',
    messages: talk(
      `03-23
      15:20 > Do you ship to the Faroe Islands?
      15:21 bot: We ship to 31 countries. Which one are you interested in?
      15:21:30 > the Faroe Islands
      15:21:32 bot: I found 4 articles about “islands”. Did you mean Iceland?
      15:22 > no
      15:22:02 bot! handed agent
      15:26 claire: Yes, we do, by post, six to nine days. And sorry about the robot.`,
    ),
    next: ['haha no worries', 'and is there customs on top? we are not EU', 'got it. ordering the Fjell 2 then'],
  },
];
