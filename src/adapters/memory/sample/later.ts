import type {FileConversation} from '../conversation-file.js';
import {pdf, picture} from './media.js';
import {talk} from './talk.js';

/** Snoozed until there is something to say. */
export const later: readonly FileConversation[] = [
  {
    id: 'guides-vallon',
    number: '10377',
    subject: 'Devis : 12 tentes pour l’été',
    state: 'snoozed',
    snoozedUntil: '2026-03-30T07:00:00Z',
    channel: {kind: 'email', name: 'Dealers', inboxId: 'dealers'},
    contact: 'pyrenees',
    assignee: 'claire',
    team: 'wholesale',
    priority: 'medium',
    tags: ['wholesale'],
    topic: 'question',
    messages: talk(
      `03-12
      09:12 > Bonjour Claire, comme l’an dernier, pouvez-vous nous faire un devis pour 12 Fjell 2 ? Livraison avant le
        15 mai, au bureau, pas au refuge (on a eu le mulet l’an dernier, il s’en souvient).
      14:03 [vallon-quote] claire: Bonjour à tous, voici le devis. 12 Fjell 2 rouille, tarif guides, livraison le 6
        mai au bureau. Toutes mes excuses au mulet.
      03-13
      08:20 > Reçu, merci. On vote lundi 30 à l’assemblée et je vous dis.
      08:31 claire# Assembly on the 30th. The price holds until the 15th, so no pressure.
      08:32 claire! state snoozed`,
      {'vallon-quote': {attachments: [pdf('devis-2026-044.pdf', 75_120)]}},
    ),
    next: ['Voté ! 12 pour, 1 abstention (le mulet).'],
  },
  {
    id: 'gwen-stove',
    number: '10348',
    subject: 'Pump of the old stove',
    state: 'snoozed',
    snoozedUntil: '2026-04-02T08:00:00Z',
    channel: {kind: 'email', name: 'Repairs', inboxId: 'repairs'},
    contact: 'gwen',
    assignee: 'clemens',
    team: 'repairs',
    tags: ['repair'],
    messages: talk(
      `03-05
      20:31 > Dear repairs, this pump was my father's. He cooked on it in 1998 on every hill in Wales, badly. The
        leather is gone. Is there any hope?
      03-06
      07:15 clemens: There is. Please send it, no box needed for the stove, only the pump.
      03-16
      10:40 clemens! other Arrived at the workshop, shelf C4
      11:20 clemens: It is here. The leather I can cut, the spring I have to order. Two weeks.
      19:02 > Take all the time you need. He always burnt the porridge but it was hot.
      03-17
      07:10 clemens# Spring comes on the 1st. No invoice for this one, please.
      07:12 clemens! priority low
      07:12:30 clemens! state snoozed`,
    ),
  },
  {
    id: 'petra-alpina',
    number: '10418',
    subject: 'Replacement pegs, general delivery',
    state: 'snoozed',
    snoozedUntil: '2026-04-06T09:00:00Z',
    channel: {kind: 'telegram', name: 'Nordlicht Europe', inboxId: 'tg'},
    contact: 'walker',
    assignee: 'tomasz',
    tags: ['shipping', 'order'],
    messages: talk(
      `03-18
      19:44 [petra-route] > Dobrý den / hello! I walk the Via Alpina and have bent 5 pegs. Can you send 6 to a post office on my way?
      19:50 tomasz: Hello Petra, gladly. Which one, and when are you there?
      19:58 > Poste restante, Example-im-Tal. I am there on April 5 or 6, depends on my knees
      20:04 tomasz: Six pegs, red ones, so that you find them again. On their way tomorrow.
      20:05 > ♥ now no signal for two weeks. ahoj
      03-19
      11:00 tomasz! other Parcel NL-2048-7690 handed to the post
      11:02 tomasz! state snoozed`,
      {'petra-route': {attachments: [picture('route', 'my-way-so-far.png')]}},
    ),
  },
];
